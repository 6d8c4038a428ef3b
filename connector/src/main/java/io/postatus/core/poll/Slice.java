/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;

/** One piece of reading. */
public sealed interface Slice {

    /** For logs and messages. */
    String name();

    /**
     * The orders that the service places in a stretch of time.
     *
     * @param credited what is credited once the slice is closed, half-open; null if nothing is
     * @param asked what is asked for: the credited stretch widened by one unit of the service's resolution at both ends,
     *     since nobody documents whether bounds are inclusive
     */
    record Window(TimeWindow credited, TimeWindow asked) implements Slice {
        @Override
        public String name() {
            return asked.toString();
        }
    }

    /** One order, read by its id. */
    record Order(String orderId) implements Slice {
        @Override
        public String name() {
            return "order " + orderId;
        }
    }

    /** Which customers there are, at a service that shows orders only customer by customer. */
    record CustomerList() implements Slice {
        @Override
        public String name() {
            return "list of customers";
        }
    }

    /** All orders of one customer, as they are now. */
    record Customer(String customerId) implements Slice {
        @Override
        public String name() {
            return "customer " + customerId;
        }
    }
}
