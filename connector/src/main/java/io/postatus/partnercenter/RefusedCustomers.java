/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Customers whose list the service does not show us: it is asked for again after a while. That is no word about their
 * orders, which are asked for by id as ever.
 */
final class RefusedCustomers {

    private final Duration pause;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    RefusedCustomers(Duration pause) {
        this.pause = pause;
    }

    void add(String customer, Instant now) {
        until.put(customer, now.plus(pause));
    }

    boolean contains(String customer, Instant now) {
        return now.isBefore(until.getOrDefault(customer, Instant.MIN));
    }
}
