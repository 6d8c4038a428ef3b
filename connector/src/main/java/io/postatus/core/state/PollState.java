/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.TimeWindow;
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
 *
 * <ol>
 *   <li>Holding a stream means: the lease's epoch and owner are still the stream's. A lease that expired but was taken by
 *       nobody still writes and can be renewed; one that was released does not.
 *   <li>A call that throws has written nothing. {@link StateStoreException}: the store could not be used; the next call
 *       tries again.
 *   <li>Instants are kept to at least 100 nanoseconds.
 *   <li>It may be called from many threads.
 * </ol>
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
    Map<String, OrderState> find(StreamId stream, Collection<String> orderIds);

    /**
     * Orders that are to be read by number: with an open intent, with a check that is due, or queued but not to be
     * replayed, the one that waits longest first. One that is queued and not known comes as {@link OrderState#unknown}.
     */
    List<OrderState> due(StreamId stream, Instant now, int most);

    /**
     * Asks the holder of a stream, whoever that is, to read orders by number. A sweep does, when it finds them changed.
     * Queued twice, an order stays queued since the later time.
     */
    void queue(StreamId stream, Collection<String> orderIds, Instant since);

    /**
     * As {@link #queue}, and to be told again even if nothing changed.
     *
     * @param run names the replay in events
     */
    void replay(StreamId stream, Collection<String> orderIds, Instant since, String run);

    /** Orders that are queued to be replayed, the one that waits longest first. */
    List<Queued> replays(StreamId stream, int most);

    /** Which of the orders are queued, and what for. */
    List<Queued> queued(StreamId stream, Collection<String> orderIds);

    /** The intents of the runs' events are written: the orders, by id, are not told again by the same run. */
    void replayed(Lease lease, Map<String, String> runs);

    /** The orders of which the last change was told or taken in within the time given, by the store's clock, oldest first. */
    List<String> changed(StreamId stream, TimeWindow when);

    /** Takes orders off the queue that were queued before, not when, their reading began; not those to be replayed. */
    void dequeue(Lease lease, Collection<String> orderIds, Instant readingBegan);

    /** The numbers of orders that were placed in the window and may still move on, oldest first. */
    List<String> open(StreamId stream, TimeWindow created);

    /**
     * Writes orders, in one transaction: intents before their exchanges, confirmations and failures after. A confirmation
     * that is new supersedes what was parked of its order.
     */
    void save(Lease lease, Collection<OrderState> orders, int newlyConfirmed);

    /** Gives up on changes, in one transaction with their orders. One entry an order: the last. */
    void park(Lease lease, Collection<Parked> parked, Collection<OrderState> orders);

    /**
     * Open orders whose turn to be looked at comes until then, and with which nothing else is the matter, the one that
     * waits longest first.
     */
    List<String> watched(StreamId stream, Instant until, int most);

    /** The customers of the stream's account, as far as the service has to be asked customer by customer. */
    Customers customers(StreamId stream);

    /**
     * The customers were listed completely: those not among them are forgotten, those new were never looked at.
     *
     * @param began when the reading of the list began
     */
    void listed(Lease lease, Collection<String> customers, Instant began);

    /** All orders of a customer were looked at, and what came of it is confirmed or parked; {@code began} never falls. */
    void looked(Lease lease, String customer, Instant began);

    /** The entries that were given up on. */
    List<Parked> parked(StreamId stream);

    /** How many entries were given up on: their documents may be large. */
    int countParked(StreamId stream);

    /** Removes an entry that was given up on, whoever holds the stream. False if there is none. */
    boolean unpark(StreamId stream, String orderId);

    /** Asks the holder of the stream to read a range that it would not by itself; asked twice, the first time counts. */
    void backfill(StreamId stream, Backfill range);

    /** The ranges asked for, oldest request first. How far each is read says the coverage. */
    List<Backfill> backfills(StreamId stream);

    /** Credits what was read completely. Closings older than some days may be rolled up: the coverage stays the same. */
    void close(Lease lease, String coverageKey, Closing closing);

    /** What was credited, newest first. */
    List<Closing> closings(StreamId stream, String coverageKey, int most);

    /**
     * Forgets what is not needed any more. Of finished orders number, sequence and fingerprint stay for as long as the
     * service can show them, so that none of them is ever first seen again.
     *
     * @param finishedBefore orders that finished before this lose what was known of them beyond that
     * @param unshownSince orders unchanged since this, which the service cannot show any more, are forgotten altogether
     */
    void prune(Lease lease, Instant finishedBefore, Instant unshownSince);

    /**
     * Forgets all that is known of the stream, as if it had never been read. Its epoch stays and the orders' counters do,
     * so that what is told from then on bears new event ids.
     */
    void forget(Lease lease);

    /** Notes how the poll ended, in place of what was noted before; {@code pausedUntil} null lets the stream be due by its interval. */
    void pause(Lease lease, int failures, Instant pausedUntil, String reason);

    @Override
    void close();
}
