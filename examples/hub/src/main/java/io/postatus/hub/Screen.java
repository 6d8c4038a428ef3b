/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.model.PurchaseOrderChange;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a person sees, each line with the time at which it is printed: a change, how far a long read has come. */
public final class Screen {
    private final PrintStream out;
    private final Clock clock;
    private volatile Predicate<PurchaseOrderChange> unprinted = change -> false;

    Screen(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Leaves out what the first read finds; the progress line counts it. */
    void leaveOut(Predicate<PurchaseOrderChange> changes) {
        unprinted = changes;
    }

    /** Prints a change; called by the route. */
    public void change(PurchaseOrderChange change) {
        if (!unprinted.test(change)) {
            print(at -> ReadableLine.of(at, change));
        }
    }

    /** Prints what is to be said of an account at a service. */
    void say(String source, String account, String text) {
        print(at -> ReadableLine.of(at, source, account, text));
    }

    /** One at a time, so that no line shows an earlier time than the line above it. */
    private synchronized void print(Function<Instant, String> line) {
        out.println(line.apply(clock.instant()));
    }
}
