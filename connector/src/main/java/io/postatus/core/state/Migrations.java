/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings the tables to the version that this code knows. Every script notes its own number, so that it can be run by hand. */
final class Migrations {
    static final String VERSION_TABLE = "po_schema_version";

    private final Dialect dialect;

    Migrations(Dialect dialect) {
        this.dialect = dialect;
    }

    /** @param place what is migrated, for the message */
    void run(Connection connection, String place) throws SQLException {
        dialect.lockMigrations(connection);
        int version = version(connection);
        List<String> scripts = dialect.migrations();
        if (version > scripts.size()) {
            throw new StateStoreException(place + " has tables of version " + version
                    + ", this release knows them up to version " + scripts.size()
                    + ": it was used by a newer release. Nothing was changed; use that release or another store.");
        }
        for (String script : scripts.subList(version, scripts.size())) {
            migrate(connection, script);
        }
    }

    private static void migrate(Connection connection, String script) throws SQLException {
        try {
            execute(connection, text(script));
        } catch (SQLException e) {
            throw new SQLException(
                    e.getMessage() + " (in io/postatus/core/state/" + script + " of this library's jar, which can also"
                            + " be run by hand)",
                    e.getSQLState(),
                    e);
        }
    }

    private int version(Connection connection) throws SQLException {
        if (!dialect.hasTable(connection, VERSION_TABLE)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("select max(version) from " + VERSION_TABLE)) {
            return version.next() ? version.getInt(1) : 0;
        }
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.replaceAll("--.*", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String text(String script) {
        try (InputStream resource = Migrations.class.getResourceAsStream(script)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + script, e);
        }
    }
}
