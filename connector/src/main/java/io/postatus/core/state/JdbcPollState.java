/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.TimeWindow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Poll state in a database.
 *
 * <ol>
 *   <li>Each call is one transaction; a call that throws has written nothing, unless the connection broke while it was
 *       committed: then a later poll finds out which.
 *   <li>Each write of a lease holder begins by locking the stream's row under the lease's epoch and owner.
 *   <li>A call that finds the database gone throws {@link StateStoreException}; the next one tries again.
 * </ol>
 *
 * Times come back cut to 100 nanoseconds.
 */
final class JdbcPollState implements PollState {
    private final Connections connections;
    private final Transactions transactions;
    private final Dialect dialect;

    JdbcPollState(Connections connections, Dialect dialect) {
        this.connections = connections;
        this.transactions = new Transactions(connections);
        this.dialect = dialect;
    }

    /** Builds or updates the tables. */
    void migrate(String place) {
        transactions.begin("prepare the tables in " + place, connection -> {
            new Migrations(dialect).run(connection, place);
            return null;
        });
    }

    /** Takes every stream from its holder: only for a store that no other process can have open. */
    void voidLeases() {
        transactions.begin("void the leases of the last process", StreamRows::voidLeases);
    }

    @Override
    public Optional<Lease> acquire(StreamId stream, String owner, Duration life) {
        return transactions.run("acquire stream " + stream, connection -> {
            long now = dialect.now(connection);
            if (StreamRows.isLeft(connection, now, stream)) {
                dialect.endFrozen(connection);
            }
            return StreamRows.acquire(connection, now, stream, owner, life);
        });
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return transactions.run(
                "renew the lease of stream " + lease.stream(),
                connection -> StreamRows.renew(connection, dialect.now(connection), lease, life));
    }

    @Override
    public void release(Lease lease) {
        transactions.run("release stream " + lease.stream(), connection -> {
            StreamRows.release(connection, lease);
            return null;
        });
    }

    @Override
    public StreamState load(StreamId stream, String coverageKey) {
        return ifKnown(
                "load stream " + stream,
                stream,
                StreamState.NEW,
                (connection, id) ->
                        StreamRows.state(connection, id, CoverageRows.coverage(connection, id, coverageKey)));
    }

    @Override
    public void start(Lease lease, Instant startFrom, Instant startedAt) {
        write(
                "start stream " + lease.stream(),
                lease,
                0,
                (connection, id) -> StreamRows.start(connection, id, startFrom, startedAt));
    }

    @Override
    public Map<String, OrderState> find(StreamId stream, Collection<String> orderIds) {
        return ifKnown(
                "look up " + orderIds.size() + " orders of stream " + stream,
                stream,
                Map.of(),
                (connection, id) -> OrderRows.find(connection, id, List.copyOf(orderIds)));
    }

    @Override
    public List<OrderState> due(StreamId stream, Instant now, int most) {
        return ifKnown(
                "look up what is due in stream " + stream,
                stream,
                List.of(),
                (connection, id) -> OrderRows.due(connection, id, now, most));
    }

    @Override
    public void queue(StreamId stream, Collection<String> orderIds, Instant since) {
        transactions.run("queue " + orderIds.size() + " orders for stream " + stream, connection -> {
            QueueRows.add(connection, StreamRows.idOfNew(connection, stream), orderIds, since, null);
            return null;
        });
    }

    @Override
    public void replay(StreamId stream, Collection<String> orderIds, Instant since, String run) {
        transactions.run("queue " + orderIds.size() + " orders of stream " + stream + " to be replayed", connection -> {
            QueueRows.add(connection, StreamRows.idOfNew(connection, stream), orderIds, since, run);
            return null;
        });
    }

    @Override
    public List<Queued> replays(StreamId stream, int most) {
        return ifKnown(
                "look up what is to be replayed in stream " + stream,
                stream,
                List.of(),
                (connection, id) -> QueueRows.replays(connection, id, most));
    }

    @Override
    public List<Queued> queued(StreamId stream, Collection<String> orderIds) {
        return ifKnown(
                "look up what is queued in stream " + stream,
                stream,
                List.of(),
                (connection, id) -> QueueRows.queued(connection, id, orderIds));
    }

    @Override
    public void replayed(Lease lease, Map<String, String> runs) {
        write(
                "note the replay of " + runs.size() + " orders of stream " + lease.stream(),
                lease,
                0,
                (connection, id) -> QueueRows.replayed(connection, id, runs));
    }

    @Override
    public List<String> changed(StreamId stream, TimeWindow when) {
        return ifKnown(
                "look up what changed in stream " + stream,
                stream,
                List.of(),
                (connection, id) -> OrderRows.changed(connection, id, when));
    }

    @Override
    public void dequeue(Lease lease, Collection<String> orderIds, Instant readingBegan) {
        write(
                "take orders off the queue of stream " + lease.stream(),
                lease,
                0,
                (connection, id) -> QueueRows.remove(connection, id, orderIds, readingBegan));
    }

    @Override
    public List<String> open(StreamId stream, TimeWindow created) {
        return ifKnown(
                "look up the open orders of stream " + stream,
                stream,
                List.of(),
                (connection, id) -> OrderRows.open(connection, id, created));
    }

    @Override
    public void save(Lease lease, Collection<OrderState> orders, int newlyConfirmed) {
        write(
                "save " + orders.size() + " orders of stream " + lease.stream(),
                lease,
                newlyConfirmed,
                (connection, id) -> save(connection, id, orders));
    }

    @Override
    public void park(Lease lease, Collection<Parked> parked, Collection<OrderState> orders) {
        write("park " + parked.size() + " changes of stream " + lease.stream(), lease, 0, (connection, id) -> {
            save(connection, id, orders);
            ParkedRows.add(connection, id, parked);
        });
    }

    @Override
    public List<String> watched(StreamId stream, Instant until, int most) {
        return ifKnown(
                "look up the watched orders of stream " + stream,
                stream,
                List.of(),
                (connection, id) -> OrderRows.watched(connection, id, until, most));
    }

    @Override
    public Customers customers(StreamId stream) {
        return ifKnown("look up the customers of stream " + stream, stream, Customers.NONE, CustomerRows::customers);
    }

    @Override
    public void listed(Lease lease, Collection<String> customers, Instant began) {
        write(
                "list the " + customers.size() + " customers of stream " + lease.stream(),
                lease,
                0,
                (connection, id) -> CustomerRows.listed(connection, id, customers, began));
    }

    @Override
    public void looked(Lease lease, String customer, Instant began) {
        write(
                "note the look at a customer of stream " + lease.stream(),
                lease,
                0,
                (connection, id) -> CustomerRows.looked(connection, id, customer, began));
    }

    @Override
    public List<Parked> parked(StreamId stream) {
        return ifKnown("look up what is parked in stream " + stream, stream, List.of(), ParkedRows::all);
    }

    @Override
    public int countParked(StreamId stream) {
        return ifKnown("count what is parked in stream " + stream, stream, 0, ParkedRows::count);
    }

    @Override
    public boolean unpark(StreamId stream, String orderId) {
        return ifKnown(
                "remove what is parked of an order in stream " + stream,
                stream,
                false,
                (connection, id) -> ParkedRows.remove(connection, id, orderId));
    }

    @Override
    public void backfill(StreamId stream, Backfill range) {
        transactions.run("ask for " + range.window() + " of stream " + stream, connection -> {
            BackfillRows.add(connection, StreamRows.idOfNew(connection, stream), range);
            return null;
        });
    }

    @Override
    public List<Backfill> backfills(StreamId stream) {
        return ifKnown("look up the backfills of stream " + stream, stream, List.of(), BackfillRows::all);
    }

    @Override
    public void close(Lease lease, String coverageKey, Closing closing) {
        write(
                "credit " + closing.window() + " to stream " + lease.stream(),
                lease,
                0,
                (connection, id) -> CoverageRows.add(connection, id, coverageKey, closing, dialect.now(connection)));
    }

    @Override
    public List<Closing> closings(StreamId stream, String coverageKey, int most) {
        return ifKnown(
                "look up the coverage of stream " + stream,
                stream,
                List.of(),
                (connection, id) -> CoverageRows.newest(connection, id, coverageKey, most));
    }

    @Override
    public void prune(Lease lease, Instant finishedBefore, Instant unshownSince) {
        write(
                "prune stream " + lease.stream(),
                lease,
                0,
                (connection, id) -> OrderRows.prune(connection, id, finishedBefore, unshownSince));
    }

    @Override
    public void forget(Lease lease) {
        write("forget stream " + lease.stream(), lease, 0, (connection, id) -> {
            OrderRows.forget(connection, id);
            StreamRows.forget(connection, id);
        });
    }

    @Override
    public void pause(Lease lease, int failures, Instant pausedUntil, String reason) {
        write(
                "note how the poll of stream " + lease.stream() + " ended",
                lease,
                0,
                (connection, id) -> StreamRows.pause(connection, id, failures, pausedUntil, reason));
    }

    @Override
    public void close() {
        connections.close();
    }

    private void save(Connection connection, long id, Collection<OrderState> orders) throws SQLException {
        ParkedRows.supersede(connection, id, orders);
        OrderRows.save(connection, id, orders, dialect.now(connection));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Connection connection, long stream) throws SQLException;
    }

    @FunctionalInterface
    private interface Writing {
        void to(Connection connection, long stream) throws SQLException;
    }

    private <T> T ifKnown(String attempt, StreamId stream, T unknown, Reading<T> reading) {
        return transactions.run(attempt, connection -> {
            Optional<Long> id = StreamRows.id(connection, stream);
            return id.isEmpty() ? unknown : reading.of(connection, id.get());
        });
    }

    private void write(String attempt, Lease lease, int newlyConfirmed, Writing writing) {
        transactions.run(attempt, connection -> {
            writing.to(connection, StreamRows.fence(connection, lease, newlyConfirmed));
            return null;
        });
    }
}
