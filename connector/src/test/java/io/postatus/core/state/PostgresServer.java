/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real PostgreSQL, started once for all tests of this JVM and gone with it. As its embedder sets it up, commits are not
 * waited for.
 */
final class PostgresServer {
    private static Path folder;
    private static EmbeddedPostgres server;
    private static boolean running;
    /** Kept, since its input ends when it is collected. */
    private static Process remover;

    private PostgresServer() {}

    /** Starts it, on the data and the port that it had if it was stopped. */
    static synchronized void start() {
        if (running) {
            return;
        }
        try {
            if (server == null) {
                folder = Files.createTempDirectory("postgres");
                removeWithThisProcess();
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

    /** By a process that waits for the end of its input, which is the end of this one, even if that is killed. */
    private static void removeWithThisProcess() throws IOException {
        String remove = "trap '' HUP INT TERM; cat; server=$(head -n 1 postmaster.pid) && kill -QUIT $server;"
                + " while kill -0 $server; do sleep 0.1; done; rm -rf \"$PWD\"";
        remover = new ProcessBuilder("sh", "-c", remove)
                .directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
