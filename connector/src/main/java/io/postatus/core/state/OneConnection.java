/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/** One connection for all threads, in turns; opened again after it failed. */
final class OneConnection implements Connections {

    /** Opens a connection. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final String advice;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Connection connection;
    private boolean closed;

    OneConnection(Opener opener, String advice) {
        this.opener = opener;
        this.advice = advice;
    }

    @Override
    public Connection take() throws SQLException {
        turn.lock();
        boolean taken = false;
        try {
            begin();
            taken = true;
            return connection;
        } finally {
            if (!taken) {
                drop();
                turn.unlock();
            }
        }
    }

    private void begin() throws SQLException {
        if (closed) {
            throw new SQLException("the state store is closed");
        }
        if (connection == null) {
            connection = opener.open();
        }
        connection.setAutoCommit(false);
    }

    /**
     * Back to autocommit, since the driver begins the next transaction with the last one's commit, and in immediate mode
     * that would keep every other program from writing, for example a person with the sqlite3 shell.
     */
    @Override
    public void giveBack(Connection used, boolean sound) {
        try {
            if (sound) {
                used.setAutoCommit(true);
            } else {
                drop();
            }
        } catch (SQLException e) {
            drop(); // what was to be committed is committed; the next call opens another
        } finally {
            turn.unlock();
        }
    }

    @Override
    public String advice() {
        return advice;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            drop();
        } finally {
            turn.unlock();
        }
    }

    /** What was not committed is rolled back by closing. */
    private void drop() {
        try (Connection dropped = connection) {
            connection = null;
        } catch (SQLException e) {
            // It failed before, and that was reported.
        }
    }
}
