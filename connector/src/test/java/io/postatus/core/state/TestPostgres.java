/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.postatus.canary.Canary;
import io.postatus.canary.Watch;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty schema of a real PostgreSQL. */
public final class TestPostgres implements AutoCloseable {
    /** Is to be seen nowhere. The server does not ask for it. */
    public static final String PASSWORD = Canary.of("postgres");

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final String schema = "test" + SCHEMAS.incrementAndGet();
    private final List<HikariDataSource> pools = new ArrayList<>();

    public TestPostgres() {
        try (Connection connection = DriverManager.getConnection(PostgresServer.url());
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on; create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void crash() {
        PostgresServer.crash();
    }

    /** Starts it anew after a crash. */
    public void start() {
        PostgresServer.start();
    }

    /** A pool as users have it. */
    public HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(direct());
        config.setConnectionTimeout(500);
        config.setInitializationFailTimeout(-1);
        config.setMaximumPoolSize(8);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Without a pool. */
    public PGSimpleDataSource direct() {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setUrl(PostgresServer.url());
        direct.setPassword(PASSWORD);
        direct.setCurrentSchema(schema);
        return direct;
    }

    /** As a person with psql would. */
    public void sql(String sql) {
        try (Connection connection = direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one value of a query. */
    public String ask(String sql) {
        try (Connection connection = direct().getConnection()) {
            return ask(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    String schema() {
        return schema;
    }

    @Override
    public void close() {
        PostgresServer.start();
        pools.forEach(HikariDataSource::close);
        Watch.look("PostgreSQL", rows());
        sql("drop schema " + schema + " cascade");
    }

    /** What all tables hold, as JSON. */
    private String rows() {
        StringBuilder rows = new StringBuilder();
        try (Connection connection = direct().getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("select tablename from pg_tables where schemaname = '" + schema + "'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                rows.append(ask(connection, "select '" + table + " ' || json_agg(t) from " + table + " t"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows.toString();
    }
}
