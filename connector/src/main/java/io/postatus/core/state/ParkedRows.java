/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The table of what was given up on: one row an order. */
final class ParkedRows {
    private static final String ADD = "insert into po_parked (stream, number, sequence, since, tries, cause, document)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (stream, number) do update set sequence = excluded.sequence,"
            + " since = excluded.since, tries = excluded.tries, cause = excluded.cause, document = excluded.document";
    private static final String ALL = "select * from po_parked where stream = ? order by since, number";
    private static final String COUNT = "select count(*) from po_parked where stream = ?";
    private static final String ANY = "select 1 from po_parked where stream = ? limit 1";
    /** A confirmation that the table of the orders has not seen yet. */
    private static final String SUPERSEDE = "delete from po_parked where stream = ? and number = ?"
            + " and not exists (select 1 from po_order where stream = ? and number = ?"
            + " and received_epoch = ? and received_nanos = ?)";

    private static final String REMOVE = "delete from po_parked where stream = ? and number = ?";

    private ParkedRows() {}

    static boolean remove(Connection connection, long stream, String number) throws SQLException {
        return Rows.update(connection, REMOVE, stream, number) == 1;
    }

    static void add(Connection connection, long stream, Collection<Parked> entries) throws SQLException {
        Rows.batch(connection, ADD, entries, entry -> new Object[] {
            stream,
            entry.orderId(),
            entry.sequence(),
            entry.since(),
            entry.tries(),
            Rows.words(entry.cause()),
            Rows.words(entry.document())
        });
    }

    static List<Parked> all(Connection connection, long stream) throws SQLException {
        return Rows.query(connection, ALL, ParkedRows::entry, stream);
    }

    static int count(Connection connection, long stream) throws SQLException {
        return Rows.query(connection, COUNT, row -> row.getInt(1), stream).get(0);
    }

    /** Removes the entries of orders that are about to be saved with a confirmation. To be called before saving them. */
    static void supersede(Connection connection, long stream, Collection<OrderState> orders) throws SQLException {
        if (Rows.query(connection, ANY, row -> row.getInt(1), stream).isEmpty()) {
            return;
        }
        List<OrderState> told = orders.stream().filter(OrderState::isConfirmed).toList();
        Rows.batch(connection, SUPERSEDE, told, order -> new Object[] {
            stream,
            order.id(),
            stream,
            order.id(),
            order.lastKnown().received().epoch(),
            order.lastKnown().received().nanos()
        });
    }

    private static Parked entry(ResultSet row) throws SQLException {
        return new Parked(
                row.getString("number"),
                row.getLong("sequence"),
                Rows.instant(row, "since"),
                row.getInt("tries"),
                row.getString("cause"),
                row.getString("document"));
    }
}
