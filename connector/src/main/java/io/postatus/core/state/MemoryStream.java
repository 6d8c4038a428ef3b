/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stream in memory: who holds it, where it stands, what it read. */
final class MemoryStream {
    final MemoryOrders orders = new MemoryOrders();
    final MemoryCustomers customers = new MemoryCustomers();
    private final Map<TimeWindow, Backfill> backfills = new LinkedHashMap<>();

    private String owner;
    private long epoch;
    private Instant leaseUntil;
    private Instant startFrom;
    private Instant startedAt;
    private long confirmed;
    private int failures;
    private Instant pausedUntil;
    private String pauseReason;
    private final Map<String, MemoryCoverage> read = new HashMap<>();

    Optional<Long> acquire(String newOwner, Instant now, Duration life) {
        if (owner != null && !leaseUntil.isBefore(now)) {
            return Optional.empty();
        }
        owner = newOwner;
        leaseUntil = now.plus(life);
        return Optional.of(++epoch);
    }

    boolean heldBy(Lease lease) {
        return epoch == lease.epoch() && lease.owner().equals(owner);
    }

    boolean renew(Lease lease, Instant until) {
        boolean held = heldBy(lease);
        leaseUntil = held ? until : leaseUntil;
        return held;
    }

    void release(Lease lease) {
        owner = heldBy(lease) ? null : owner;
    }

    StreamState state(String coverageKey) {
        Coverage coverage =
                read.containsKey(coverageKey) ? read.get(coverageKey).coverage() : Coverage.NONE;
        return new StreamState(startFrom, startedAt, coverage, confirmed, failures, pausedUntil, pauseReason);
    }

    void start(Instant from, Instant at) {
        if (startFrom == null) {
            startFrom = from;
            startedAt = at;
        }
    }

    void save(List<OrderState> saved, Instant now, int newlyConfirmed) {
        orders.save(saved, now);
        confirmed += newlyConfirmed;
    }

    void park(List<Parked> parked, List<OrderState> saved, Instant now) {
        orders.save(saved, now);
        orders.park(parked);
    }

    void pause(int failedPolls, Instant until, String reason) {
        failures = failedPolls;
        pausedUntil = until;
        pauseReason = reason;
    }

    void backfill(Backfill range) {
        backfills.putIfAbsent(range.window(), range);
    }

    List<Backfill> backfills() {
        return backfills.values().stream()
                .sorted(Comparator.comparing(Backfill::requested)
                        .thenComparing(range -> range.window().from())
                        .thenComparing(range -> range.window().to()))
                .toList();
    }

    void forget() {
        orders.forget();
        customers.forget();
        backfills.clear();
        read.clear();
        startFrom = null;
        startedAt = null;
        confirmed = 0;
        pause(0, null, null);
    }

    void close(String coverageKey, Closing closing, Instant now) {
        read.computeIfAbsent(coverageKey, key -> new MemoryCoverage()).add(closing, now);
    }

    List<Closing> closings(String coverageKey, int most) {
        return read.containsKey(coverageKey) ? read.get(coverageKey).newest(most) : List.of();
    }
}
