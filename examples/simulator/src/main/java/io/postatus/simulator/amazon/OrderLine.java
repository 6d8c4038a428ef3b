/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One line of an order at one time. */
record OrderLine(
        int sequence,
        Goods goods,
        List<QuantityChange> changes,
        List<Confirmation> confirmations,
        int received,
        Instant lastReceived) {

    static OrderLine placed(int sequence, Goods goods, int units, Instant at) {
        return new OrderLine(sequence, goods, List.of(new QuantityChange(at, units)), List.of(), 0, null);
    }

    OrderLine confirmed(Instant at, int accepted, int rejected) {
        List<Confirmation> more = appended(confirmations, new Confirmation(at, accepted, rejected));
        return new OrderLine(sequence, goods, changes, more, received, lastReceived);
    }

    OrderLine changed(Instant at, int units) {
        List<QuantityChange> more = appended(changes, new QuantityChange(at, units));
        return new OrderLine(sequence, goods, more, confirmations, received, lastReceived);
    }

    OrderLine received(Instant at, int units) {
        return new OrderLine(sequence, goods, changes, confirmations, received + units, at);
    }

    int ordered() {
        return changes.stream().mapToInt(QuantityChange::units).sum();
    }

    int accepted() {
        return unconfirmed() ? 0 : last().accepted();
    }

    int rejected() {
        return unconfirmed() ? 0 : last().rejected();
    }

    boolean unconfirmed() {
        return confirmations.isEmpty();
    }

    /** Units that Amazon still counts on. */
    int expected() {
        return unconfirmed() ? ordered() : Math.min(accepted(), ordered());
    }

    String confirmationStatus() {
        if (unconfirmed()) {
            return "UNCONFIRMED";
        }
        if (last().rejected() == 0) {
            return "ACCEPTED";
        }
        return last().accepted() == 0 ? "REJECTED" : "PARTIALLY_ACCEPTED";
    }

    String receiveStatus() {
        if (received == 0) {
            return "NOT_RECEIVED";
        }
        return received >= expected() ? "RECEIVED" : "PARTIALLY_RECEIVED";
    }

    /** Whether nothing more is to come. */
    boolean finished() {
        return received >= expected();
    }

    boolean cancelled() {
        return ordered() == 0;
    }

    private Confirmation last() {
        return confirmations.get(confirmations.size() - 1);
    }

    private static <T> List<T> appended(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
