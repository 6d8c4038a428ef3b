/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The orders of one subscriber as readers see them, with the index that polling needs. Guarded by the world. */
final class Ledger {
    private final Map<String, OrderVersion> byId = new HashMap<>();
    private final TreeMap<OrderKey, OrderVersion> byUpdate = new TreeMap<>();

    void show(OrderVersion order) {
        OrderVersion earlier = byId.put(order.id(), order);
        if (earlier != null) {
            byUpdate.remove(OrderKey.of(earlier));
        }
        byUpdate.put(OrderKey.of(order), order);
    }

    void hide(String id) {
        find(id).ifPresent(order -> byUpdate.remove(OrderKey.of(order)));
        byId.remove(id);
    }

    Optional<OrderVersion> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Orders last updated between two instants, the earliest update first. */
    Collection<OrderVersion> updated(Instant from, Instant to) {
        return byUpdate.subMap(new OrderKey(from, Long.MIN_VALUE), true, new OrderKey(to, Long.MAX_VALUE), true)
                .values();
    }

    /** The latest update first. */
    Collection<OrderVersion> latestUpdated() {
        return byUpdate.descendingMap().values();
    }
}
