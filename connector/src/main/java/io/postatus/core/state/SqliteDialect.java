/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** SQLite, used by one process at a time: its clock is everybody's. */
record SqliteDialect(Clock clock) implements Dialect {
    private static final List<String> MIGRATIONS = List.of("sqlite/V1__poll_state.sql", "sqlite/V2__operations.sql");

    @Override
    public List<String> migrations() {
        return MIGRATIONS;
    }

    @Override
    public void lockMigrations(Connection connection) {
        // The transaction began IMMEDIATE: nobody else writes.
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        try (ResultSet found = connection.getMetaData().getTables(null, null, table, null)) {
            return found.next();
        }
    }

    @Override
    public void endFrozen(Connection connection) {
        // Who is frozen holds the file, and no other process can have it open.
    }

    @Override
    public long now(Connection connection) {
        return Ticks.of(clock.instant());
    }
}
