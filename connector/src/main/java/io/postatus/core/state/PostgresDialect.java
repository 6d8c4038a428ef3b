/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL, shared by many processes whose clocks may differ: the database's own counts. */
final class PostgresDialect implements Dialect {
    private static final List<String> MIGRATIONS =
            List.of("postgresql/V1__poll_state.sql", "postgresql/V2__operations.sql");
    /** "po_state". Others who use advisory locks in this database have numbers of their own. */
    private static final long MIGRATION_LOCK = 0x706F5F7374617465L;

    private static final String LOCK = "select pg_advisory_xact_lock(?)";
    /** By the search path, as every other statement: a table of that name in another schema is none. */
    private static final String HAS_TABLE = "select to_regclass(?) is not null";
    /** Not {@code now()}, which is when the transaction began: it may have waited for a lock since. */
    private static final String NOW = "select (extract(epoch from clock_timestamp()) * 10000000)::bigint";

    @Override
    public List<String> migrations() {
        return MIGRATIONS;
    }

    @Override
    public void lockMigrations(Connection connection) throws SQLException {
        Rows.query(connection, LOCK, row -> MIGRATION_LOCK, MIGRATION_LOCK);
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return Rows.query(connection, HAS_TABLE, row -> row.getBoolean(1), table)
                .get(0);
    }

    @Override
    public long now(Connection connection) throws SQLException {
        return Rows.query(connection, NOW, row -> row.getLong(1)).get(0);
    }
}
