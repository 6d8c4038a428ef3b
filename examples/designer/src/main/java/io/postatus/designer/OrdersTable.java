/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.designer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The table of the flow that fills one, made as its user would make it. */
record OrdersTable(String url) {
    /** In a folder of data, by the statement that lies beside the flows. */
    static OrdersTable in(Path data, Path flows) throws IOException, SQLException {
        Files.createDirectories(data);
        OrdersTable table = new OrdersTable("jdbc:sqlite:" + data.resolve("orders.db"));
        table.execute(Files.readString(flows.resolve("purchase-orders.sql")));
        return table;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empty if the table does not hold the order. */
    Optional<String> statusOf(String number) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var query = connection.prepareStatement("select status from purchase_orders where number = ?")) {
            query.setString(1, number);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
