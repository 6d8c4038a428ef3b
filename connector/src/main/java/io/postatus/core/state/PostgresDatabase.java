/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Poll state in a PostgreSQL database: the durable store that several processes share.
 *
 * <ol>
 *   <li>Leases are measured by the database's clock and outlive whoever held them: nobody voids another's.
 *   <li>A commit that was acknowledged is on the server's disk, whatever the pool is set to.
 *   <li>A holder that freezes in a transaction keeps the others waiting for less than its lease lasts: the server ends
 *       one that is idle, and who wants the stream one that froze in the midst of a message.
 *   <li>The tables are those that the search path finds; if there are none, they are built in its first schema.
 *   <li>The pool stays the user's: each call takes one connection and gives it back as it was.
 * </ol>
 */
public final class PostgresDatabase {
    private static final String PRODUCT = "PostgreSQL";
    private static final int OLDEST = 12;

    /** More than a database takes that works, and less than a lease lasts. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    /** For one transaction, since the connection is the pool's: what the pool or the role has for others stays. */
    private static final String SETTINGS = "set transaction isolation level read committed, read write;"
            + " set local synchronous_commit = on;"
            + " set local lock_timeout = '10s';"
            + " set local idle_in_transaction_session_timeout = '20s';"
            + " select set_config('application_name',"
            + " '" + PostgresDialect.OURS + "' || current_setting('application_name'), true)";

    private PostgresDatabase() {}

    /**
     * @param name what the user calls the data source, for messages
     * @throws IllegalArgumentException if it leads to another product
     */
    public static PollState open(DataSource dataSource, String name) {
        return open(dataSource, name, new PostgresDialect(LONGEST_ANSWER));
    }

    static PollState open(DataSource dataSource, String name, Dialect dialect) {
        PooledConnections pool = connections(dataSource, name);
        requirePostgres(pool, name);
        JdbcPollState state = new JdbcPollState(pool, dialect);
        state.migrate("the database of " + name);
        return state;
    }

    static PooledConnections connections(DataSource dataSource, String name) {
        return new PooledConnections(dataSource, SETTINGS, LONGEST_ANSWER, advice(name));
    }

    private static void requirePostgres(PooledConnections pool, String name) {
        try (Connection connection = pool.untouched()) {
            DatabaseMetaData server = connection.getMetaData();
            if (!server.getDatabaseProductName().equals(PRODUCT) || server.getDatabaseMajorVersion() < OLDEST) {
                throw new IllegalArgumentException("stateStore=" + name + " leads to "
                        + server.getDatabaseProductName() + " " + server.getDatabaseProductVersion()
                        + ", allowed is PostgreSQL " + OLDEST + " or newer; nothing was changed there."
                        + " Without one, sqlite:PATH keeps the state of one process in a file.");
            }
        } catch (SQLException e) {
            throw new StateStoreException(
                    "Could not reach the database of " + name + ": " + e.getMessage() + ". The route does not start. "
                            + advice(name),
                    e);
        }
    }

    private static String advice(String name) {
        return "Check that the database of " + name + " runs and can be reached, that its pool has connections left,"
                + " and that its user may read and write the tables po_*.";
    }
}
