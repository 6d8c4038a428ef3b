/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** What a file holds before anything of it is changed. A path with a typing error in it may name somebody's accounts. */
final class FileContent {
    private static final String TABLES = "select name from sqlite_master where type = 'table' order by name";

    private FileContent() {}

    /** Refuses a file that holds something, but not our tables. */
    static void requireOurs(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return;
        }
        List<String> tables = tables(file);
        if (!tables.isEmpty() && !tables.contains(Migrations.VERSION_TABLE)) {
            throw foreign(file, "a database of something else, with the tables " + String.join(", ", tables), null);
        }
    }

    private static List<String> tables(Path file) {
        try (Connection connection = JDBC.createConnection(readOnly(file), new Properties());
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(TABLES)) {
            List<String> tables = new ArrayList<>();
            while (names.next()) {
                tables.add(names.getString(1));
            }
            return tables;
        } catch (SQLException e) {
            throw foreign(file, "not a database that can be read (" + e.getMessage() + ")", e);
        }
    }

    /** Beside a file called immutable SQLite creates no other. One with a log must be read with it: it may hold the tables. */
    private static String readOnly(Path file) {
        boolean log = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        return "jdbc:sqlite:" + file.toUri() + (log ? "?mode=ro" : "?immutable=1");
    }

    private static StateStoreException foreign(Path file, String what, SQLException cause) {
        return new StateStoreException(
                "State file " + file + " is " + what + ", and was left as it is. The route does not start; name"
                        + " another, for example sqlite:state.db",
                cause);
    }
}
