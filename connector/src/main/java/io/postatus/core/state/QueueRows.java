/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The table of the orders that somebody asked the holder of a stream to read. */
final class QueueRows {
    /** Queued twice, an order stays until a reading that began after the later time, and is told if either asked for it. */
    private static final String ADD = "insert into po_queue (stream, number, since, replay) values (?, ?, ?, ?)"
            + " on conflict (stream, number) do update set replay = coalesce(excluded.replay, po_queue.replay),"
            + " since = case when po_queue.since < excluded.since then excluded.since else po_queue.since end";

    private static final String REMOVE =
            "delete from po_queue where stream = ? and number = ? and since < ?" + " and replay is null";

    private static final String REPLAYS =
            "select * from po_queue where stream = ? and replay is not null" + " order by since, number limit ?";
    private static final String QUEUED = "select * from po_queue where stream = ? and number in (";

    private static final String REPLAYED =
            "update po_queue set replay = null where stream = ? and number = ? and replay = ?";

    private QueueRows() {}

    static void replayed(Connection connection, long stream, Map<String, String> runs) throws SQLException {
        Rows.batch(connection, REPLAYED, inOrder(runs.keySet()), number ->
                new Object[] {stream, number, runs.get(number)});
    }

    /** @param replay the run that has them told again; null if they are only to be read */
    static void add(Connection connection, long stream, Collection<String> numbers, Instant since, String replay)
            throws SQLException {
        Rows.batch(connection, ADD, inOrder(numbers), number -> new Object[] {stream, number, since, replay});
    }

    static List<Queued> queued(Connection connection, long stream, Collection<String> numbers) throws SQLException {
        return Rows.in(connection, QUEUED, stream, List.copyOf(numbers), QueueRows::queued);
    }

    static List<Queued> replays(Connection connection, long stream, int most) throws SQLException {
        return Rows.query(connection, REPLAYS, QueueRows::queued, stream, most);
    }

    private static Queued queued(ResultSet row) throws SQLException {
        return new Queued(row.getString("number"), Rows.instant(row, "since"), row.getString("replay"));
    }

    static void remove(Connection connection, long stream, Collection<String> numbers, Instant before)
            throws SQLException {
        Rows.batch(connection, REMOVE, inOrder(numbers), number -> new Object[] {stream, number, before});
    }

    /** Whoever adds holds no lease, and two that lock the same rows in different orders would wait for each other. */
    private static List<String> inOrder(Collection<String> numbers) {
        return numbers.stream().sorted().toList();
    }
}
