/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered between polls, and who may poll. Every write that moves a position happens in one transaction that
 * begins by checking the lease's epoch; it throws {@link FencedException} and writes nothing if the stream changed hands.
 * No token or secret is ever handed to it.
 */
public interface PollState extends AutoCloseable {

    /**
     * Takes the stream if nobody holds it.
     *
     * @return empty if somebody does
     */
    Optional<Lease> acquire(StreamId stream, String owner, Duration life);

    /** Extends the lease from now. False if it is lost. */
    boolean renew(Lease lease, Duration life);

    /** Gives the stream back. Does nothing if it is lost already. */
    void release(Lease lease);

    /**
     * The stream as a whole.
     *
     * @param coverageKey which coverage: axis and a digest of host and filters
     */
    StreamState load(StreamId stream, String coverageKey);

    /** Fixes, once and for all, where the stream starts. */
    void start(Lease lease, Instant startFrom, Instant startedAt);

    /** The orders asked for, as far as they are known. */
    Map<String, OrderState> find(StreamId stream, Collection<String> purchaseOrderNumbers);

    /** Orders that are to be read by number: with an open intent, with a check that is due, or queued. Oldest first. */
    List<OrderState> due(StreamId stream, Instant now, int most);

    /** Asks the holder of a stream, whoever that is, to read orders by number. A sweep does, when it finds them changed. */
    void queue(StreamId stream, Collection<String> purchaseOrderNumbers, Instant since);

    /** Takes orders off the queue that were queued before their reading began. */
    void dequeue(Lease lease, Collection<String> purchaseOrderNumbers, Instant readingBegan);

    /** Orders that may still move on, the longest unchanged first. */
    List<OrderState> open(StreamId stream, int most);

    /** Writes orders, in one transaction: intents before their exchanges, confirmations and failures after. */
    void save(Lease lease, Collection<OrderState> orders, int newlyConfirmed);

    /** Gives up on changes, in one transaction with their orders. One entry an order. */
    void park(Lease lease, Collection<Parked> parked, Collection<OrderState> orders);

    /** The entries that were given up on. */
    List<Parked> parked(StreamId stream);

    /** Credits what was read completely. */
    void close(Lease lease, String coverageKey, Closing closing);

    /** What was credited, newest first. */
    List<Closing> closings(StreamId stream, String coverageKey, int most);

    /** Notes how the poll ended; {@code pausedUntil} null lets the stream be due by its interval. */
    void pause(Lease lease, int failures, Instant pausedUntil, String reason);

    @Override
    void close();
}
