/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.model.PurchaseOrderChange;
import java.io.PrintStream;
import java.time.Instant;

/** What a person sees: one line a change. */
public final class Screen {
    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    /** Prints a change; called by the route. */
    public void change(PurchaseOrderChange change) {
        out.println(ReadableLine.of(change));
    }

    void say(Instant now, String text) {
        out.println(ReadableLine.time(now) + "  " + text);
    }
}
