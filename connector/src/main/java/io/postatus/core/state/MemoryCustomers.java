/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** The customers of one stream in memory. */
final class MemoryCustomers {
    private final TreeMap<String, Instant> looks = new TreeMap<>();
    private Instant listed;

    Customers customers() {
        return new Customers(listed, looks);
    }

    void listed(List<String> customers, Instant began) {
        looks.keySet().retainAll(customers);
        customers.forEach(customer -> looks.putIfAbsent(customer, Customers.NEVER));
        listed = began;
    }

    void forget() {
        looks.clear();
        listed = null;
    }

    void looked(String customer, Instant began) {
        looks.merge(customer, began, (a, b) -> a.isAfter(b) ? a : b);
    }
}
