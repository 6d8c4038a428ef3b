/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Instant;
import java.util.List;

/** One event in the life of an order (reference, section 7): the version before it and its instant give the next. */
@FunctionalInterface
interface Step {
    OrderVersion from(OrderVersion before, Instant at);

    static Step acceptAll() {
        return (before, at) -> before.with(
                before.lines().stream()
                        .map(line -> line.confirmed(at, line.ordered(), 0))
                        .toList(),
                at);
    }

    static Step rejectAll() {
        return (before, at) -> before.with(
                        before.lines().stream()
                                .map(line -> line.confirmed(at, 0, line.ordered()))
                                .toList(),
                        at)
                .closedIfFinished(at);
    }

    static Step acknowledge(int line, int accepted, int rejected) {
        return (before, at) -> before.with(before.line(line).confirmed(at, accepted, rejected), at)
                .closedIfFinished(at);
    }

    static Step replaceLines(List<OrderLine> lines) {
        return (before, at) -> before.with(lines, at).closedIfFinished(at);
    }

    static Step changeQuantity(int line, int units) {
        return (before, at) ->
                before.with(before.line(line).changed(at, units), at).noted(at);
    }

    /** A silent receipt keeps the date of the last update, even when it closes the order. */
    static Step receive(int line, int units, boolean silent) {
        return (before, at) -> {
            OrderVersion after =
                    before.with(before.line(line).received(at, units), at).closedIfFinished(at);
            return silent ? after.dated(before.lastUpdated()) : after;
        };
    }

    static Step close() {
        return (before, at) -> before.with(before.lines(), at).closed(true, at);
    }

    static Step reopen() {
        return (before, at) -> before.with(before.lines(), at).closed(false, at).noted(at);
    }

    static Step flipBack(OrderVersion earlier, boolean silent) {
        return (before, at) -> {
            OrderVersion again = earlier.again(before);
            return silent ? again : again.dated(at);
        };
    }
}
