/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Coverage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of the streams: who holds them, and where they stand as a whole. */
final class StreamRows {
    private static final String CREATE = "insert into po_stream (name) values (?) on conflict (name) do nothing";
    private static final String ID = "select id from po_stream where name = ?";
    private static final String LEFT =
            "select 1 from po_stream where name = ? and owner is not null and lease_until < ?";
    private static final String ACQUIRE = "update po_stream set owner = ?, epoch = epoch + 1, lease_until = ?"
            + " where name = ? and (owner is null or lease_until < ?) returning epoch";
    private static final String HELD = " where name = ? and epoch = ? and owner = ?";
    private static final String RENEW = "update po_stream set lease_until = ?" + HELD;
    private static final String RELEASE = "update po_stream set owner = null, lease_until = 0" + HELD;
    private static final String VOID = "update po_stream set owner = null, lease_until = 0 where owner is not null";
    private static final String FENCE = "update po_stream set confirmed = confirmed + ?" + HELD + " returning id";
    private static final String START =
            "update po_stream set start_from = ?, started_at = ? where id = ? and start_from is null";
    private static final String PAUSE =
            "update po_stream set failures = ?, paused_until = ?, pause_reason = ? where id = ?";
    private static final String STATE = "select * from po_stream where id = ?";

    private static final String FORGET = "update po_stream set start_from = null, started_at = null, confirmed = 0,"
            + " failures = 0, paused_until = null, pause_reason = null, customers_listed = null where id = ?";
    private static final List<String> WHAT_HANGS_ON_IT =
            List.of("po_coverage", "po_queue", "po_customer", "po_parked", "po_backfill");

    private StreamRows() {}

    /** The row stays, and with it the epoch. */
    static void forget(Connection connection, long id) throws SQLException {
        for (String table : WHAT_HANGS_ON_IT) {
            Rows.update(connection, "delete from " + table + " where stream = ?", id);
        }
        Rows.update(connection, FORGET, id);
    }

    /** Whether its holder let the lease run out, and did not give it back. Waits for nobody. */
    static boolean isLeft(Connection connection, long now, StreamId stream) throws SQLException {
        return !Rows.query(connection, LEFT, row -> true, stream.toString(), now)
                .isEmpty();
    }

    static Optional<Lease> acquire(Connection connection, long now, StreamId stream, String owner, Duration life)
            throws SQLException {
        Rows.update(connection, CREATE, stream.toString());
        long until = now + Ticks.of(life);
        return first(Rows.query(
                connection,
                ACQUIRE,
                row -> new Lease(stream, owner, row.getLong(1)),
                owner,
                until,
                stream.toString(),
                now));
    }

    static boolean renew(Connection connection, long now, Lease lease, Duration life) throws SQLException {
        return Rows.update(connection, RENEW, now + Ticks.of(life), name(lease), lease.epoch(), lease.owner()) == 1;
    }

    static void release(Connection connection, Lease lease) throws SQLException {
        Rows.update(connection, RELEASE, name(lease), lease.epoch(), lease.owner());
    }

    /** For a store that only one process can have open: whoever held a lease is gone. Epochs stay. */
    static int voidLeases(Connection connection) throws SQLException {
        return Rows.update(connection, VOID);
    }

    /**
     * What every write begins with: locks the stream's row until the transaction ends, so that nobody can take it over
     * between this check and the commit.
     *
     * @return the stream's number in the other tables
     */
    static long fence(Connection connection, Lease lease, int newlyConfirmed) throws SQLException {
        return first(Rows.query(
                        connection,
                        FENCE,
                        row -> row.getLong(1),
                        newlyConfirmed,
                        name(lease),
                        lease.epoch(),
                        lease.owner()))
                .orElseThrow(() -> new FencedException(lease));
    }

    static Optional<Long> id(Connection connection, StreamId stream) throws SQLException {
        return first(Rows.query(connection, ID, row -> row.getLong(1), stream.toString()));
    }

    static long idOfNew(Connection connection, StreamId stream) throws SQLException {
        Rows.update(connection, CREATE, stream.toString());
        return id(connection, stream).orElseThrow();
    }

    static void start(Connection connection, long id, Instant startFrom, Instant startedAt) throws SQLException {
        Rows.update(connection, START, startFrom, startedAt, id);
    }

    static void pause(Connection connection, long id, int failures, Instant until, String reason) throws SQLException {
        Rows.update(connection, PAUSE, failures, until, Rows.words(reason), id);
    }

    static StreamState state(Connection connection, long id, Coverage coverage) throws SQLException {
        return Rows.query(connection, STATE, row -> state(row, coverage), id).get(0);
    }

    private static StreamState state(ResultSet row, Coverage coverage) throws SQLException {
        return new StreamState(
                Rows.instant(row, "start_from"),
                Rows.instant(row, "started_at"),
                coverage,
                row.getLong("confirmed"),
                row.getInt("failures"),
                Rows.instant(row, "paused_until"),
                row.getString("pause_reason"));
    }

    private static String name(Lease lease) {
        return lease.stream().toString();
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}
