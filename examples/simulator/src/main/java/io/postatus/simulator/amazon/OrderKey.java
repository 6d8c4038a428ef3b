/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Instant;

/** A place in a list of orders: by time, then by number. */
record OrderKey(long millis, String number) implements Comparable<OrderKey> {
    static OrderKey created(OrderVersion order) {
        return new OrderKey(order.created().toEpochMilli(), order.number());
    }

    static OrderKey updated(OrderVersion order) {
        return new OrderKey(order.lastUpdated().toEpochMilli(), order.number());
    }

    /** Before every order of that millisecond. */
    static OrderKey first(Instant at) {
        return new OrderKey(at.toEpochMilli(), "");
    }

    /** After every order of that millisecond. */
    static OrderKey last(Instant at) {
        return new OrderKey(at.toEpochMilli(), "\uffff");
    }

    @Override
    public int compareTo(OrderKey other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : number.compareTo(other.number);
    }
}
