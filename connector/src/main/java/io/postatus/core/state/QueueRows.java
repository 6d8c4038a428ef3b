/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The table of the orders that somebody asked the holder of a stream to read. */
final class QueueRows {
    /** Queued twice, an order stays until a reading that began after the later time. */
    private static final String ADD = "insert into po_queue (stream, number, since) values (?, ?, ?)"
            + " on conflict (stream, number) do update set since = excluded.since where po_queue.since < excluded.since";

    private static final String REMOVE = "delete from po_queue where stream = ? and number = ? and since < ?";

    private QueueRows() {}

    static void add(Connection connection, long stream, Collection<String> numbers, Instant since) throws SQLException {
        Rows.batch(connection, ADD, inOrder(numbers), number -> new Object[] {stream, number, since});
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
