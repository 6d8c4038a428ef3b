/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Connections of a pool that belongs to somebody else: one for each transaction, given back as it was found. */
final class PooledConnections implements Connections {
    /** As many as a pool may hold of a server that was started anew: one that does not look hands them out. */
    private static final int MOST_STALE = 50;

    private final DataSource pool;
    private final String settings;
    private final int longestAnswer;
    private final String advice;
    private final Map<Connection, Found> taken = Collections.synchronizedMap(new IdentityHashMap<>());
    private volatile boolean closed;

    /** What a connection was like when the pool gave it. */
    private record Found(boolean autoCommit, int longestAnswer) {
        static Found in(Connection connection) throws SQLException {
            return new Found(connection.getAutoCommit(), connection.getNetworkTimeout());
        }

        void restoreIn(Connection connection) throws SQLException {
            connection.setNetworkTimeout(Runnable::run, longestAnswer);
            connection.setAutoCommit(autoCommit);
        }
    }

    /**
     * @param settings what each transaction begins with
     * @param longestAnswer after which a server that does not answer counts as gone
     */
    PooledConnections(DataSource pool, String settings, Duration longestAnswer, String advice) {
        this.pool = pool;
        this.settings = settings;
        this.longestAnswer = Math.toIntExact(longestAnswer.toMillis());
        this.advice = advice;
    }

    /** A broken one is passed over for the next: so far nothing was done on it that could be done twice. */
    @Override
    public Connection take() throws SQLException {
        for (int stale = 0; ; stale++) {
            Connection connection = untouched();
            try {
                begin(connection);
                return connection;
            } catch (SQLException | RuntimeException e) {
                boolean works = isRolledBack(connection);
                end(connection, works);
                if (works || stale == MOST_STALE) {
                    throw e;
                }
            }
        }
    }

    /** As the pool gives it; to be closed. What the pool says when it has none may name the address and a password in it. */
    Connection untouched() throws SQLException {
        if (closed) {
            throw new SQLException("the state store is closed");
        }
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw withoutAddress(e, e.getSQLState());
        } catch (RuntimeException e) {
            throw withoutAddress(e, null);
        }
    }

    private void begin(Connection connection) throws SQLException {
        Found found = Found.in(connection);
        taken.put(connection, found);
        if (found.longestAnswer() == 0 || found.longestAnswer() > longestAnswer) {
            connection.setNetworkTimeout(Runnable::run, longestAnswer);
        }
        if (found.autoCommit()) {
            connection.setAutoCommit(false);
        } else {
            connection.rollback(); // the pool's own look at it may have begun a transaction
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }

    @Override
    public void giveBack(Connection connection, boolean sound) {
        end(connection, sound || isRolledBack(connection));
    }

    private void end(Connection connection, boolean works) {
        Found found = taken.remove(connection);
        try (connection) {
            if (works && found != null) {
                found.restoreIn(connection);
            } else {
                connection.abort(Runnable::run); // a pool throws away what comes back closed
            }
        } catch (SQLException e) {
            // What was to be committed is committed; the next call takes another.
        }
    }

    private static boolean isRolledBack(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static SQLException withoutAddress(Exception e, String state) {
        boolean told = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("jdbc:"));
        String message = String.valueOf(e.getMessage()).replaceAll("jdbc:\\S+", "jdbc:***");
        return new SQLException(message, state, told ? null : e);
    }

    @Override
    public String advice() {
        return advice;
    }

    /** The pool is closed by its owner. */
    @Override
    public void close() {
        closed = true;
    }
}
