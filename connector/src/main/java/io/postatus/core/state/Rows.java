/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Statements with their values in order, and results as lists. */
final class Rows {

    /** Makes a value of the row that the result stands at. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The values of one execution. */
    @FunctionalInterface
    interface Values<T> {
        Object[] of(T item);
    }

    /** Far below what any database allows as variables of a statement. */
    private static final int NUMBERS_PER_STATEMENT = 1000;

    private Rows() {}

    /**
     * The rows of a stream with one of many numbers.
     *
     * @param sql ends in {@code in (}
     */
    static <T> List<T> in(Connection connection, String sql, long stream, List<String> numbers, Reader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        for (int at = 0; at < numbers.size(); at += NUMBERS_PER_STATEMENT) {
            List<String> some = numbers.subList(at, Math.min(numbers.size(), at + NUMBERS_PER_STATEMENT));
            List<Object> values = new ArrayList<>(some);
            values.add(0, stream);
            String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            found.addAll(query(connection, sql + marks + ")", reader, values.toArray()));
        }
        return found;
    }

    static <T> List<T> query(Connection connection, String sql, Reader<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        }
    }

    /** How many rows it changed. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** The same statement for each item, in one batch. */
    static <T> void batch(Connection connection, String sql, Collection<T> items, Values<T> values)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T item : items) {
                bind(statement, values.of(item));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (BatchUpdateException e) {
            // PostgreSQL's repeats the statement with all its values, documents too; the next one says why it failed.
            throw e.getNextException() == null ? e : e.getNextException();
        }
    }

    /** Nulls and instants too, so that no caller needs a second way. */
    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, value instanceof Instant instant ? Ticks.of(instant) : value);
            }
        }
    }

    /** Words for people, which may quote anything: PostgreSQL holds every character but this one. */
    static String words(String words) {
        return words == null ? null : words.replace('\0', ' ');
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        long ticks = row.getLong(column);
        return row.wasNull() ? null : Ticks.instant(ticks);
    }
}
