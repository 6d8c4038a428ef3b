/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.model.PurchaseOrderChange;
import java.io.PrintStream;
import java.time.Instant;
import java.util.function.Predicate;

/** What a person sees: one line a change, and how far a long read has come. */
public final class Screen {
    private final PrintStream out;
    private volatile Predicate<PurchaseOrderChange> unprinted = change -> false;

    Screen(PrintStream out) {
        this.out = out;
    }

    /** Leaves out what the first read finds; the progress line counts it. */
    void leaveOut(Predicate<PurchaseOrderChange> changes) {
        unprinted = changes;
    }

    /** Prints a change; called by the route. */
    public void change(PurchaseOrderChange change) {
        if (!unprinted.test(change)) {
            out.println(ReadableLine.of(change));
        }
    }

    /** Prints what is to be said of an account. */
    void say(String account, String text) {
        out.println(ReadableLine.of(Instant.now(), account, text));
    }
}
