/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import io.postatus.core.state.PollState;
import io.postatus.core.state.PostgresDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL, reached by the hub over a network that can be made bad, and by us directly. */
final class Database implements Store {
    private final Path folder;
    private final PostgresServer server;
    private final FaultProxy proxy;

    private Database(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
        this.proxy = new FaultProxy(server.port());
    }

    static Database in(Path folder) {
        Database database = new Database(folder, PostgresServer.start(folder.resolve("postgres")));
        database.openState().close(); // its tables, for the witness
        return database;
    }

    FaultProxy network() {
        return proxy;
    }

    PostgresServer server() {
        return server;
    }

    /** As any application on Camel Main names a pool; the hub's own route, with that pool instead of the file. */
    @Override
    public List<String> options() {
        return optionsOf("hub");
    }

    /** @param name under which the database knows the hub */
    List<String> optionsOf(String name) {
        return List.of(
                "-Dcamel.main.routesIncludePattern=file:" + route() + ",classpath:camel/changes.yaml",
                "-Dcamel.beans.positions=#class:com.zaxxer.hikari.HikariDataSource",
                "-Dcamel.beans.positions.jdbcUrl=" + url(proxy.port(), name),
                "-Dcamel.beans.positions.connectionTimeout=10000",
                "-Dcamel.beans.positions.initializationFailTimeout=-1");
    }

    private Path route() {
        Path route = folder.resolve("amazon-on-postgres.yaml");
        URL hubs = Database.class.getResource("/camel/amazon.yaml");
        try (InputStream text = hubs.openStream()) {
            String yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(route, yaml.replace("sqlite:{{hub.state-file}}", "#positions"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&ApplicationName=" + name;
    }

    /** What a dead hub sent last is carried out first. */
    @Override
    public long unconfirmed() {
        Patience.until("the database has done what it was told", () -> "0"
                .equals(ask("select count(*) from pg_stat_activity where application_name like '%hub'"
                        + " and (state = 'active' or state like 'idle in %')")));
        return unconfirmedByNow();
    }

    /** As it is visible, whatever is under way. */
    long unconfirmedByNow() {
        try (PollState state = openState()) {
            return Store.unconfirmed(state);
        }
    }

    @Override
    public void leasesExpire() {
        run("update po_stream set lease_until = 0");
    }

    private PollState openState() {
        return PostgresDatabase.open(direct(), "#positions");
    }

    private PGSimpleDataSource direct() {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setUrl(url(server.port(), "proof"));
        return direct;
    }

    void run(String sql) {
        try (Connection connection = direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one value of a query, null if it has no row. */
    String ask(String sql) {
        try (Connection connection = direct().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        proxy.close();
        server.close();
    }
}
