/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL, shared by many processes whose clocks may differ: the database's own counts.
 *
 * @param patience how long a transaction of ours may last
 */
record PostgresDialect(Duration patience) implements Dialect {
    /** What our transactions are called in {@code pg_stat_activity}. */
    static final String APPLICATION = "purchase-orders";

    private static final List<String> MIGRATIONS =
            List.of("postgresql/V1__poll_state.sql", "postgresql/V2__operations.sql");
    /** "po_state". Others who use advisory locks in this database have numbers of their own. */
    private static final long MIGRATION_LOCK = 0x706F5F7374617465L;

    private static final String LOCK = "select pg_advisory_xact_lock(?)";
    /** By the search path, as every other statement: a table of that name in another schema is none. */
    private static final String HAS_TABLE = "select to_regclass(?) is not null";
    /**
     * A server waits for the rest of a message for ever, and only from PostgreSQL 17 on can be told not to. Sessions of
     * another user, or of one that may not be ended, stay.
     */
    private static final String END_FROZEN = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and usename = session_user and pg_has_role(usesysid, 'USAGE')"
            + " and application_name = '" + APPLICATION + "'"
            + " and xact_start < clock_timestamp() - ? * interval '1 microsecond'";
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
    public void endFrozen(Connection connection) throws SQLException {
        Rows.query(connection, END_FROZEN, row -> row.getBoolean(1), TimeUnit.MICROSECONDS.convert(patience));
    }

    @Override
    public long now(Connection connection) throws SQLException {
        return Rows.query(connection, NOW, row -> row.getLong(1)).get(0);
    }
}
