/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on a connection that is committed as a whole or not at all. */
final class Transactions {

    /** Several statements that belong together. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Connections connections;

    Transactions(Connections connections) {
        this.connections = connections;
    }

    /** @param attempt what is tried, for the message if it fails: "write 3 orders of stream x" */
    <T> T run(String attempt, Work<T> work) {
        return run(attempt, "What was not committed is tried again.", work);
    }

    /** What must succeed before anything else can. */
    void begin(String attempt, Work<?> work) {
        run(attempt, "The route does not start.", work);
    }

    private <T> T run(String attempt, String next, Work<T> work) {
        try {
            return onConnection(work);
        } catch (SQLException e) {
            throw new StateStoreException(
                    "Could not " + attempt + ": " + e.getMessage() + ". " + next + " " + connections.advice(), e);
        }
    }

    private <T> T onConnection(Work<T> work) throws SQLException {
        Connection connection = connections.take();
        boolean sound = false;
        try {
            T result = work.on(connection);
            connection.commit();
            sound = true;
            return result;
        } catch (RuntimeException e) {
            sound = isRolledBack(connection, e);
            throw e;
        } finally {
            connections.giveBack(connection, sound);
        }
    }

    private static boolean isRolledBack(Connection connection, RuntimeException cause) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
