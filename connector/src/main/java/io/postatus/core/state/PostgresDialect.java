/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL, shared by many processes whose clocks may differ: the database's own counts.
 *
 * @param patience how long the server may wait for us in the midst of a transaction
 */
record PostgresDialect(Duration patience) implements Dialect {
    /** How the names of our transactions begin in {@code pg_stat_activity}; the user's name for the connection follows. */
    static final String OURS = "purchase-orders in ";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
    private static final List<String> MIGRATIONS =
            List.of("postgresql/V1__poll_state.sql", "postgresql/V2__operations.sql");
    /** "po_state". Others who use advisory locks in this database have numbers of their own. */
    private static final long MIGRATION_LOCK = 0x706F5F7374617465L;

    private static final String LOCK = "select pg_advisory_xact_lock(?)";
    /** By the search path, as every other statement: a table of that name in another schema is none. */
    private static final String HAS_TABLE = "select to_regclass(?) is not null";
    /**
     * A server waits for its client for ever, and only from PostgreSQL 17 on can be told not to. One that waits for anything
     * else is slow and not frozen. Sessions of another user, or of one that we may not end, stay.
     */
    private static final String END_FROZEN = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and usename = session_user and pg_has_role(usesysid, 'USAGE')"
            + " and application_name like '" + OURS + "%' and wait_event_type = 'Client'"
            + " and xact_start is not null and state_change < clock_timestamp() - ? * interval '1 microsecond'";

    private static final String NOT_ALLOWED = "42501";
    /** Not {@code now()}, which is when the transaction began: it may have waited for a lock since. */
    private static final String NOW = "select (extract(epoch from clock_timestamp()) * 10000000)::bigint";

    @Override
    public List<String> migrations() {
        return MIGRATIONS;
    }

    @Override
    public void lockMigrations(Connection connection) throws SQLException {
        endFrozen(connection);
        Rows.query(connection, LOCK, row -> MIGRATION_LOCK, MIGRATION_LOCK);
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return Rows.query(connection, HAS_TABLE, row -> row.getBoolean(1), table)
                .get(0);
    }

    @Override
    public void endFrozen(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Rows.query(connection, END_FROZEN, row -> row.getBoolean(1), TimeUnit.MICROSECONDS.convert(patience));
        } catch (SQLException e) {
            if (!NOT_ALLOWED.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            LOG.warn(
                    "A process that held a stream has left it, and if it froze in the midst of a write, the stream waits for"
                            + " it: this user may not end its session ({}). Grant it execute on pg_terminate_backend.",
                    e.getMessage());
        }
    }

    @Override
    public long now(Connection connection) throws SQLException {
        return Rows.query(connection, NOW, row -> row.getLong(1)).get(0);
    }
}
