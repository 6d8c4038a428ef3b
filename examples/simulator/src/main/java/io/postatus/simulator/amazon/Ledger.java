/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The orders of one account as readers see them, with the two indexes that the searches need. Guarded by the world. */
final class Ledger {
    private static final Comparator<OrderVersion> BY_CREATION =
            Comparator.comparing(OrderVersion::created).thenComparing(OrderVersion::number);

    private final Map<String, OrderVersion> byNumber = new HashMap<>();
    private final TreeMap<OrderKey, OrderVersion> byCreated = new TreeMap<>();
    private final TreeMap<OrderKey, OrderVersion> byUpdated = new TreeMap<>();

    void show(OrderVersion order) {
        OrderVersion earlier = byNumber.put(order.number(), order);
        if (earlier != null) {
            byUpdated.remove(OrderKey.updated(earlier));
        }
        byCreated.put(OrderKey.created(order), order);
        byUpdated.put(OrderKey.updated(order), order);
    }

    Optional<OrderVersion> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Collection<OrderVersion> all() {
        return byCreated.values();
    }

    /** The newest first. */
    Collection<OrderVersion> latestUpdated() {
        return byUpdated.descendingMap().values();
    }

    List<OrderVersion> select(Selection wanted) {
        if (wanted.number() != null) {
            return find(wanted.number()).filter(wanted::matches).stream().toList();
        }
        return wanted.updated().unbounded() ? alongCreation(wanted) : alongUpdates(wanted);
    }

    private List<OrderVersion> alongCreation(Selection wanted) {
        return within(byCreated, wanted.created(), wanted).values().stream()
                .filter(wanted::matches)
                .limit(wanted.limit())
                .toList();
    }

    private List<OrderVersion> alongUpdates(Selection wanted) {
        return within(byUpdated, wanted.updated(), null).values().stream()
                .filter(wanted::matches)
                .sorted(wanted.ascending() ? BY_CREATION : BY_CREATION.reversed())
                .limit(wanted.limit())
                .toList();
    }

    /** The part of an index that the range and, where the index is by creation, the place can leave over. */
    private static NavigableMap<OrderKey, OrderVersion> within(
            TreeMap<OrderKey, OrderVersion> index, TimeRange range, Selection place) {
        OrderKey low = range.lowest();
        OrderKey high = range.highest();
        if (place != null && place.from() != null) {
            low = place.ascending() && place.from().compareTo(low) > 0 ? place.from() : low;
            high = !place.ascending() && place.from().compareTo(high) < 0 ? place.from() : high;
        }
        if (low.compareTo(high) > 0) {
            return new TreeMap<>();
        }
        NavigableMap<OrderKey, OrderVersion> part = index.subMap(low, true, high, true);
        return place == null || place.ascending() ? part : part.descendingMap();
    }
}
