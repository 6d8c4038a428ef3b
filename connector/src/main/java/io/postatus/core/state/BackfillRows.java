/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.TimeWindow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The table of the ranges that somebody asked to be read. */
final class BackfillRows {
    private static final String ADD = "insert into po_backfill (stream, from_time, to_time, requested)"
            + " values (?, ?, ?, ?) on conflict (stream, from_time, to_time) do nothing";
    private static final String ALL =
            "select * from po_backfill where stream = ? order by requested, from_time, to_time";

    private BackfillRows() {}

    static void add(Connection connection, long stream, Backfill range) throws SQLException {
        Rows.update(
                connection, ADD, stream, range.window().from(), range.window().to(), range.requested());
    }

    static List<Backfill> all(Connection connection, long stream) throws SQLException {
        return Rows.query(
                connection,
                ALL,
                row -> new Backfill(
                        new TimeWindow(Rows.instant(row, "from_time"), Rows.instant(row, "to_time")),
                        Rows.instant(row, "requested")),
                stream);
    }
}
