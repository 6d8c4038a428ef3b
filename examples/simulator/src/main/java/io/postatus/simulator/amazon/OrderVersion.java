/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An order at one time. Instants have milliseconds, as on the wire: what is compared is what is shown.
 *
 * @param changed when Amazon last changed it after placing, or {@code null}
 * @param stateChanged when it last went from one of New, Acknowledged, Closed to another
 */
record OrderVersion(
        String number,
        int version,
        Instant created,
        Instant lastUpdated,
        Instant changed,
        Instant stateChanged,
        boolean closed,
        String vendorCode,
        String shipTo,
        List<OrderLine> lines) {

    static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    String status() {
        return closed ? "CLOSED" : "OPEN";
    }

    String state() {
        if (closed) {
            return "Closed";
        }
        return lines.stream().allMatch(OrderLine::unconfirmed) ? "New" : "Acknowledged";
    }

    OrderLine line(int sequence) {
        return lines.stream()
                .filter(line -> line.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order " + number + " has no line " + sequence));
    }

    /** The next version, with other lines. */
    OrderVersion with(List<OrderLine> others, Instant at) {
        return next(at, changed, closed, others, at);
    }

    /** The next version, with one other line. */
    OrderVersion with(OrderLine other, Instant at) {
        return with(
                lines.stream()
                        .map(line -> line.sequence() == other.sequence() ? other : line)
                        .toList(),
                at);
    }

    /** The same version, noted as changed by Amazon. */
    OrderVersion noted(Instant at) {
        return new OrderVersion(
                number, version, created, lastUpdated, at, stateChanged, closed, vendorCode, shipTo, lines);
    }

    /** The same version with another date of the last update. */
    OrderVersion dated(Instant at) {
        return new OrderVersion(number, version, created, at, changed, stateChanged, closed, vendorCode, shipTo, lines);
    }

    /** The same version, closed once nothing more is to come. */
    OrderVersion closedIfFinished(Instant at) {
        return closed || !lines.stream().allMatch(OrderLine::finished) ? this : closed(true, at);
    }

    /** The same version, closed or open. */
    OrderVersion closed(boolean nowClosed, Instant at) {
        Instant moved = nowClosed == closed ? stateChanged : at;
        return new OrderVersion(
                number, version, created, lastUpdated, changed, moved, nowClosed, vendorCode, shipTo, lines);
    }

    /** The content of this version again, as the version after {@code newest}. */
    OrderVersion again(OrderVersion newest) {
        return new OrderVersion(
                number,
                newest.version + 1,
                created,
                lastUpdated,
                changed,
                stateChanged,
                closed,
                vendorCode,
                shipTo,
                lines);
    }

    private OrderVersion next(Instant at, Instant change, boolean nowClosed, List<OrderLine> others, Instant updated) {
        OrderVersion next = new OrderVersion(
                number, version + 1, created, updated, change, stateChanged, nowClosed, vendorCode, shipTo, others);
        return next.state().equals(state()) ? next : next.moved(at);
    }

    private OrderVersion moved(Instant at) {
        return new OrderVersion(number, version, created, lastUpdated, changed, at, closed, vendorCode, shipTo, lines);
    }
}
