/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Instant;

/**
 * An order at one time. The service itself shows neither version nor date of a change.
 *
 * @param status a word, open as on the wire
 */
record OrderVersion(OrderFacts facts, int version, Instant changed, String status) {
    String id() {
        return facts.id();
    }

    boolean has(OrderStatus wanted) {
        return status.equals(wanted.word());
    }

    /** The next version. */
    OrderVersion as(String next, Instant at) {
        return new OrderVersion(facts, version + 1, at, next);
    }
}
