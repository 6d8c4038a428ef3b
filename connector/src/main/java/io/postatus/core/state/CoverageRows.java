/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table of what was credited. */
final class CoverageRows {
    private static final String ADD =
            "insert into po_coverage (stream, coverage_key, from_time, to_time, lookback, lost,"
                    + " epoch, began, closed, pages, orders, told, parked, rolled_up)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OF_KEY = " from po_coverage where stream = ? and coverage_key = ?";
    /** By place, not by name: this one reads some thousand rows at every poll. */
    private static final String CREDITS = "select from_time, to_time, lookback, lost, began" + OF_KEY;

    private static final String NEWEST = "select *" + OF_KEY + " order by closed desc, id desc limit ?";
    private static final String OLD = "select *" + OF_KEY + " and closed < ?";
    private static final String OLD_SINGLE = "select count(*)" + OF_KEY + " and closed < ? and rolled_up = 0";
    private static final String DELETE_OLD = "delete" + OF_KEY + " and closed < ?";

    private CoverageRows() {}

    static void add(Connection connection, long stream, String key, Closing closing, long now) throws SQLException {
        if (Ticks.of(closing.window().from()).equals(Ticks.of(closing.window().to()))) {
            return; // shorter than can be kept: what is not credited is read again
        }
        Rows.update(connection, ADD, values(stream, key, closing, 0));
        rollUp(connection, stream, key, now - Ticks.of(RollUp.AFTER));
    }

    static Coverage coverage(Connection connection, long stream, String key) throws SQLException {
        return RollUp.coverage(Rows.query(connection, CREDITS, CoverageRows::credit, stream, key));
    }

    static List<Closing> newest(Connection connection, long stream, String key, int most) throws SQLException {
        return Rows.query(connection, NEWEST, CoverageRows::closing, stream, key, most);
    }

    private static void rollUp(Connection connection, long stream, String key, long before) throws SQLException {
        if (Rows.query(connection, OLD_SINGLE, row -> row.getInt(1), stream, key, before)
                        .get(0)
                <= RollUp.MORE_THAN) {
            return;
        }
        List<Closing> rolledUp = RollUp.of(Rows.query(connection, OLD, CoverageRows::closing, stream, key, before));
        Rows.update(connection, DELETE_OLD, stream, key, before);
        Rows.batch(connection, ADD, rolledUp, closing -> values(stream, key, closing, 1));
    }

    private static Object[] values(long stream, String key, Closing closing, int rolledUp) {
        Evidence evidence = closing.evidence();
        return new Object[] {
            stream,
            key,
            closing.window().from(),
            closing.window().to(),
            Ticks.of(closing.lookback()),
            closing.lost() ? 1 : 0,
            evidence.epoch(),
            evidence.began(),
            evidence.closed(),
            evidence.pages(),
            evidence.orders(),
            evidence.told(),
            evidence.parked(),
            rolledUp
        };
    }

    /** A closing as far as it credits something. */
    private static Closing credit(ResultSet row) throws SQLException {
        Instant began = Ticks.instant(row.getLong(5));
        return new Closing(
                new TimeWindow(Ticks.instant(row.getLong(1)), Ticks.instant(row.getLong(2))),
                Ticks.duration(row.getLong(3)),
                row.getInt(4) == 1,
                new Evidence(0, began, began, 0, 0, 0, 0));
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(
                new TimeWindow(Rows.instant(row, "from_time"), Rows.instant(row, "to_time")),
                Ticks.duration(row.getLong("lookback")),
                row.getInt("lost") == 1,
                new Evidence(
                        row.getLong("epoch"),
                        Rows.instant(row, "began"),
                        Rows.instant(row, "closed"),
                        row.getInt("pages"),
                        row.getInt("orders"),
                        row.getInt("told"),
                        row.getInt("parked")));
    }
}
