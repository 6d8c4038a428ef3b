/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.TimeWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Poll state in plain collections: what is used when nothing is configured, and by simulations. A restart of the process
 * forgets everything; {@link #close()} does not, so that a simulated crash finds what was written before it.
 *
 * <p>Calls exclude each other, and each checks everything before it changes anything: a call that throws changes nothing.
 */
public final class MemoryPollState implements PollState {
    private final Clock clock;
    private final Map<StreamId, MemoryStream> streams = new HashMap<>();

    /** @param clock tells when leases expire */
    public MemoryPollState(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Lease> acquire(StreamId stream, String owner, Duration life) {
        return stream(stream).acquire(owner, clock.instant(), life).map(epoch -> new Lease(stream, owner, epoch));
    }

    @Override
    public synchronized boolean renew(Lease lease, Duration life) {
        return stream(lease.stream()).renew(lease, clock.instant().plus(life));
    }

    @Override
    public synchronized void release(Lease lease) {
        stream(lease.stream()).release(lease);
    }

    @Override
    public synchronized StreamState load(StreamId stream, String coverageKey) {
        return stream(stream).state(coverageKey);
    }

    @Override
    public synchronized void start(Lease lease, Instant startFrom, Instant startedAt) {
        held(lease).start(startFrom, startedAt);
    }

    @Override
    public synchronized Map<String, OrderState> find(StreamId stream, Collection<String> orderIds) {
        return stream(stream).orders.find(orderIds);
    }

    @Override
    public synchronized List<OrderState> due(StreamId stream, Instant now, int most) {
        return stream(stream).orders.due(now, most);
    }

    @Override
    public synchronized void queue(StreamId stream, Collection<String> orderIds, Instant since) {
        stream(stream).orders.queue(List.copyOf(orderIds), since);
    }

    @Override
    public synchronized void replay(StreamId stream, Collection<String> orderIds, Instant since, String run) {
        stream(stream).orders.replay(List.copyOf(orderIds), since, run);
    }

    @Override
    public synchronized List<Queued> replays(StreamId stream, int most) {
        return stream(stream).orders.replays(most);
    }

    @Override
    public synchronized List<Queued> queued(StreamId stream, Collection<String> orderIds) {
        return stream(stream).orders.queued(orderIds);
    }

    @Override
    public synchronized void replayed(Lease lease, Map<String, String> runs) {
        held(lease).orders.replayed(runs);
    }

    @Override
    public synchronized List<String> changed(StreamId stream, TimeWindow when) {
        return stream(stream).orders.changed(when);
    }

    @Override
    public synchronized void dequeue(Lease lease, Collection<String> orderIds, Instant readingBegan) {
        held(lease).orders.dequeue(orderIds, readingBegan);
    }

    @Override
    public synchronized List<String> open(StreamId stream, TimeWindow created) {
        return stream(stream).orders.open(created);
    }

    @Override
    public synchronized void save(Lease lease, Collection<OrderState> orders, int newlyConfirmed) {
        held(lease).save(List.copyOf(orders), clock.instant(), newlyConfirmed);
    }

    @Override
    public synchronized void park(Lease lease, Collection<Parked> parked, Collection<OrderState> orders) {
        held(lease).park(List.copyOf(parked), List.copyOf(orders), clock.instant());
    }

    @Override
    public synchronized List<String> watched(StreamId stream, Instant until, int most) {
        return stream(stream).orders.watched(until, most);
    }

    @Override
    public synchronized Customers customers(StreamId stream) {
        return stream(stream).customers.customers();
    }

    @Override
    public synchronized void listed(Lease lease, Collection<String> customers, Instant began) {
        held(lease).customers.listed(List.copyOf(customers), began);
    }

    @Override
    public synchronized void looked(Lease lease, String customer, Instant began) {
        held(lease).customers.looked(customer, began);
    }

    @Override
    public synchronized List<Parked> parked(StreamId stream) {
        return stream(stream).orders.parked();
    }

    @Override
    public int countParked(StreamId stream) {
        return parked(stream).size();
    }

    @Override
    public synchronized boolean unpark(StreamId stream, String orderId) {
        return stream(stream).orders.unpark(orderId);
    }

    @Override
    public synchronized void backfill(StreamId stream, Backfill range) {
        stream(stream).backfill(range);
    }

    @Override
    public synchronized List<Backfill> backfills(StreamId stream) {
        return stream(stream).backfills();
    }

    @Override
    public synchronized void close(Lease lease, String coverageKey, Closing closing) {
        held(lease).close(coverageKey, closing, clock.instant());
    }

    @Override
    public synchronized List<Closing> closings(StreamId stream, String coverageKey, int most) {
        return stream(stream).closings(coverageKey, most);
    }

    @Override
    public synchronized void prune(Lease lease, Instant finishedBefore, Instant unshownSince) {
        held(lease).orders.prune(finishedBefore, unshownSince);
    }

    @Override
    public synchronized void forget(Lease lease) {
        held(lease).forget();
    }

    @Override
    public synchronized void pause(Lease lease, int failures, Instant pausedUntil, String reason) {
        held(lease).pause(failures, pausedUntil, reason);
    }

    /** Keeps everything: another loop in this process may go on with it. */
    @Override
    public void close() {}

    private MemoryStream stream(StreamId stream) {
        return streams.computeIfAbsent(stream, id -> new MemoryStream());
    }

    private MemoryStream held(Lease lease) {
        MemoryStream stream = stream(lease.stream());
        if (!stream.heldBy(lease)) {
            throw new FencedException(lease);
        }
        return stream;
    }
}
