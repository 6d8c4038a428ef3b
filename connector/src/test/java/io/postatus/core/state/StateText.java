/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that a state file holds, in words: what is deflated in the file, too. */
public final class StateText {
    private StateText() {}

    /** Every value of every row, as {@code table.column value}. */
    public static List<String> of(Path file) throws SQLException {
        List<String> words = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            String column = row.getMetaData().getColumnName(i);
                            words.add(table + "." + column + " " + text(column, row.getObject(i)));
                        }
                    }
                }
            }
        }
        return words;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet name = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (name.next()) {
                tables.add(name.getString(1));
            }
        }
        return tables;
    }

    private static String text(String column, Object value) {
        if (value instanceof byte[] bytes) {
            return column.equals("knowledge")
                    ? KnowledgeCodec.decode(bytes).summary().toString()
                    : new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return String.valueOf(value);
    }
}
