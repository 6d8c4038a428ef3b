/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The table of the customers, for services that show orders customer by customer. */
final class CustomerRows {
    private static final String LISTED = "select customers_listed from po_stream where id = ?";
    private static final String LIST = "update po_stream set customers_listed = ? where id = ?";
    private static final String LOOKS = "select customer, looked from po_customer where stream = ?";
    private static final String ADD = "insert into po_customer (stream, customer, looked) values (?, ?, ?)"
            + " on conflict (stream, customer) do nothing";
    private static final String FORGET = "delete from po_customer where stream = ? and customer = ?";
    private static final String LOOK = "insert into po_customer (stream, customer, looked) values (?, ?, ?)"
            + " on conflict (stream, customer) do update set looked = excluded.looked"
            + " where po_customer.looked < excluded.looked";

    private record Look(String customer, Instant began) {}

    private CustomerRows() {}

    static Customers customers(Connection connection, long stream) throws SQLException {
        List<Instant> listed = Rows.query(connection, LISTED, row -> Rows.instant(row, "customers_listed"), stream);
        TreeMap<String, Instant> looks = new TreeMap<>();
        looks(connection, stream).forEach(look -> looks.put(look.customer(), look.began()));
        return new Customers(listed.get(0), looks);
    }

    static void listed(Connection connection, long stream, Collection<String> customers, Instant began)
            throws SQLException {
        Set<String> now = new HashSet<>(customers);
        List<String> gone = looks(connection, stream).stream()
                .map(Look::customer)
                .filter(customer -> !now.contains(customer))
                .toList();
        Rows.batch(connection, FORGET, gone, customer -> new Object[] {stream, customer});
        Rows.batch(connection, ADD, customers, customer -> new Object[] {stream, customer, Customers.NEVER});
        Rows.update(connection, LIST, began, stream);
    }

    static void looked(Connection connection, long stream, String customer, Instant began) throws SQLException {
        Rows.update(connection, LOOK, stream, customer, began);
    }

    private static List<Look> looks(Connection connection, long stream) throws SQLException {
        return Rows.query(
                connection, LOOKS, row -> new Look(row.getString("customer"), Rows.instant(row, "looked")), stream);
    }
}
