/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool that looks at nothing but whether what comes back is closed: neither before it gives a connection nor after. */
class CarelessPool implements DataSource, AutoCloseable {
    private final DataSource direct;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int closedOnReturn;

    CarelessPool(DataSource direct) {
        this.direct = direct;
    }

    /** Adds idle connections. */
    void fill(int connections) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            taken.add(direct.getConnection());
        }
        idle.addAll(taken);
    }

    int closedOnReturn() {
        return closedOnReturn;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = idle.isEmpty() ? direct.getConnection() : idle.pop();
        return (Connection) Proxy.newProxyInstance(
                CarelessPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("close")) {
                        takeBack(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void takeBack(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            closedOnReturn++;
        } else {
            idle.push(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
