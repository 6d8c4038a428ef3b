/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.Instant;
import java.util.Comparator;

/** A place among the orders by date of the last update. */
record OrderKey(Instant updated, long number) implements Comparable<OrderKey> {
    private static final Comparator<OrderKey> ORDER =
            Comparator.comparing(OrderKey::updated).thenComparing(OrderKey::number);

    static OrderKey of(OrderVersion order) {
        return new OrderKey(order.updated(), order.number());
    }

    @Override
    public int compareTo(OrderKey other) {
        return ORDER.compare(this, other);
    }
}
