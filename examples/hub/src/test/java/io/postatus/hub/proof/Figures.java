/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.PrintStream;
import java.util.Locale;

/** A table of figures on paper of a fixed width. */
record Figures(PrintStream out) {

    void blows(Ordeal ordeal) {
        for (Blow blow : ordeal.blows()) {
            say(
                    "  %-42s %-36s %s",
                    blow.mishap(),
                    blow.when(),
                    blow.mayCauseRepeats()
                            ? String.format(
                                    Locale.ROOT, "%3d unconfirmed, %3d told again", blow.unconfirmed(), blow.repeats())
                            : "");
        }
    }

    void ordeal(Ordeal ordeal) {
        row("orders", "%,d", ordeal.orders());
        row("events", "%,d", ordeal.events());
        row("orders whose last event is not their latest state", "%d", ordeal.missing());
        row("events of a state that no order was in", "%d", ordeal.invented());
        row("out of order by epoch and sequence", "%d", ordeal.fallen());
        row("told again with another id", "%d", ordeal.sameAgain());
        row("told again with the same id", "%d", ordeal.repeats());
        row(
                "blows with more repeats than were unconfirmed",
                "%d",
                ordeal.unbounded().size());
        row("repeats without a blow", "%d", ordeal.early());
        row("torn lines", "%d", ordeal.torn());
    }

    void succession(Succession succession) {
        for (Succession.Freeze freeze : succession.freezes()) {
            say(
                    "  %-5s frozen in epoch %4d for %6d ms, lease %-9s %3d unconfirmed, %3d told after it was thawed",
                    freeze.hub(),
                    freeze.epoch(),
                    freeze.millis(),
                    freeze.lease() == Succession.Lease.EXPIRES ? "expired:" : "voided:",
                    freeze.unconfirmed(),
                    freeze.tellings());
        }
        row("orders", "%,d", succession.orders());
        row("events", "%,d", succession.events());
        row("orders whose last event is not their latest state", "%d", succession.missing());
        row("events of a state that no order was in", "%d", succession.invented());
        row("out of order by epoch and sequence", "%d", succession.fallen());
        row("told again with another id", "%d", succession.sameAgain());
        row(
                "told again with the same id, of so many unconfirmed",
                "%d, %d",
                succession.repeats(),
                succession.unconfirmed());
        row("writes, of those in an epoch of the other hub", "%,d, %d", succession.writes(), succession.staleWrites());
        row("epochs in which both told", "%d", succession.twoTellers());
    }

    void row(String what, String format, Object... values) {
        say("  %-52s %s", what, String.format(Locale.ROOT, format, values));
    }

    void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
