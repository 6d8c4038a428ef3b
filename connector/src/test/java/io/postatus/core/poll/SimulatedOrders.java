/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The truth: every version of every order, and when it became visible. */
final class SimulatedOrders {
    private final SimulatedTime time;
    /** How far the service's clock is ahead of the world's. */
    private final Duration skew;

    private final Map<String, List<Version>> versions = new TreeMap<>();

    /**
     * @param index of the version among those of its order
     * @param lastUpdated by the service's clock
     * @param created by the service's clock
     * @param silent whether it came without a new date, so that no window shows it as news
     */
    record Version(int index, String state, Instant lastUpdated, Instant created, Instant visibleAt, boolean silent) {

        /** A and B are open, C is final, which does not keep it from becoming something else. */
        Status status() {
            return SimulatedOrders.status(state);
        }
    }

    SimulatedOrders(SimulatedTime time, Duration skew) {
        this.time = time;
        this.skew = skew;
    }

    static Status status(String state) {
        return state.equals("C") ? Status.COMPLETED : Status.OPEN;
    }

    /** A new state of an order. An order's states show up in the order in which they came about. */
    void change(String number, String state, Instant when, Duration late) {
        List<Version> known = versions.computeIfAbsent(number, n -> new ArrayList<>());
        Instant visibleAt = when.plus(late);
        Instant before = known.isEmpty() ? visibleAt : last(known).visibleAt();
        Instant lastUpdated = when.plus(skew);
        known.add(new Version(
                known.size(),
                state,
                lastUpdated,
                known.isEmpty() ? lastUpdated : known.get(0).created(),
                visibleAt.isBefore(before) ? before : visibleAt,
                false));
    }

    /** A new state that leaves the date as it was: windows show it only as long as they are read again. */
    void changeSilently(String number, String state) {
        List<Version> known = versions.get(number);
        Version last = known == null ? null : last(known);
        if (last != null && !last.visibleAt().isAfter(time.instant())) {
            known.add(new Version(known.size(), state, last.lastUpdated(), last.created(), time.instant(), true));
        }
    }

    private static Version last(List<Version> known) {
        return known.get(known.size() - 1);
    }

    Optional<Version> visible(String number) {
        return Optional.ofNullable(visible(number, time.instant()));
    }

    /** Null if the order was not shown yet. */
    Version visible(String number, Instant then) {
        List<Version> known = versions.getOrDefault(number, List.of());
        for (int i = known.size() - 1; i >= 0; i--) {
            if (!known.get(i).visibleAt().isAfter(then)) {
                return known.get(i);
            }
        }
        return null;
    }

    /** Whether it once was in this state, with a date before the given time. */
    boolean was(String number, String state, Instant before) {
        return versions.get(number).stream()
                .anyMatch(version ->
                        version.state().equals(state) && version.lastUpdated().isBefore(before));
    }

    Set<String> numbers() {
        return Collections.unmodifiableSet(versions.keySet());
    }
}
