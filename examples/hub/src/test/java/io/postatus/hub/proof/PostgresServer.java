/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL, from a Maven artifact, that can be killed and started again on its data. */
final class PostgresServer implements AutoCloseable {
    static {
        // It would report as an error that a server that was killed cannot be stopped.
        ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class)).setLevel(Level.OFF);
    }

    private final Path data;
    private EmbeddedPostgres server;
    private boolean running;

    private PostgresServer(Path data) {
        this.data = data;
    }

    static PostgresServer start(Path data) {
        PostgresServer server = new PostgresServer(data);
        server.start();
        return server;
    }

    /** On the data and the port that it had. */
    void start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(true);
            server = (server == null ? builder : builder.setPort(server.getPort())).start();
            running = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** {@code kill -9}, all of its processes. */
    void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
            running = false;
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (running) {
            kill();
        }
    }
}
