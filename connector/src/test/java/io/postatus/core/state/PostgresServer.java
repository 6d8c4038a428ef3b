/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A real PostgreSQL, started once for all tests of this JVM. As its embedder sets it up, commits are not waited for. */
final class PostgresServer {
    private static Path folder;
    private static EmbeddedPostgres server;
    private static boolean running;

    private PostgresServer() {}

    /** Starts it, on the data and the port that it had if it was stopped. */
    static synchronized void start() {
        if (running) {
            return;
        }
        try {
            if (server == null) {
                folder = Files.createTempDirectory("postgres");
                Runtime.getRuntime().addShutdownHook(new Thread(PostgresServer::remove));
                server = builder().start();
            } else {
                server = builder().setPort(server.getPort()).start();
            }
            running = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false);
    }

    static synchronized String url() {
        start();
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** As a crash does: nothing is finished, nothing written that was not written before. */
    static synchronized void crash() {
        if (!running) {
            return;
        }
        running = false;
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove() {
        crash();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
