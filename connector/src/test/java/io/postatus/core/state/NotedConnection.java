/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection to no database: it notes what is done with it, and fails at what it is told to fail at. */
final class NotedConnection implements InvocationHandler {
    private final List<String> done = new ArrayList<>();
    private final Map<String, Exception> failures = new HashMap<>();
    private boolean autoCommit = true;
    private int longestAnswer;
    private String product;
    private int productVersion;

    NotedConnection withAutoCommit(boolean on) {
        autoCommit = on;
        return this;
    }

    /** @param milliseconds 0 for as long as it takes */
    NotedConnection withLongestAnswer(int milliseconds) {
        longestAnswer = milliseconds;
        return this;
    }

    NotedConnection to(String name, int version) {
        product = name;
        productVersion = version;
        return this;
    }

    NotedConnection failingAt(String... methods) {
        for (String method : methods) {
            failures.put(method, new SQLException("no " + method));
        }
        return this;
    }

    NotedConnection failingAt(String method, RuntimeException failure) {
        failures.put(method, failure);
        return this;
    }

    Connection connection() {
        return proxy(Connection.class);
    }

    /** What was done, without what was asked. */
    List<String> done() {
        return done;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] values) throws Exception {
        String name = method.getName();
        if (failures.containsKey(name)) {
            throw failures.get(name);
        }
        return switch (name) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == values[0];
            case "getAutoCommit" -> autoCommit;
            case "getNetworkTimeout" -> longestAnswer;
            case "createStatement" -> proxy(Statement.class);
            case "getMetaData" -> proxy(DatabaseMetaData.class);
            case "getDatabaseProductName" -> product;
            case "getDatabaseMajorVersion" -> productVersion;
            case "getDatabaseProductVersion" -> productVersion + ".1";
            default -> note(proxy, name, values);
        };
    }

    private Object note(Object proxy, String name, Object... values) {
        switch (name) {
            case "setAutoCommit", "execute" -> done.add(name + " " + values[0]);
            case "setNetworkTimeout" -> done.add(name + " " + values[1]);
            case "close" -> done.add(proxy instanceof Connection ? "close" : "close statement");
            default -> done.add(name);
        }
        return name.equals("execute") ? false : null;
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }
}
