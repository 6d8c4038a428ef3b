/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that opens a state file and counts in it, saying each count once it is committed. */
final class OtherProcess implements AutoCloseable {
    private static final String MARK = "> ";

    private final Process process;
    private final BufferedReader said;

    private OtherProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess on(Path file) throws IOException {
        return new OtherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start());
    }

    /** What it says next, null once it ended. What libraries say is left out. */
    String says() throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(MARK)) {
            line = said.readLine();
        }
        return line == null ? null : line.substring(MARK.length());
    }

    /** Like {@code kill -9}. By its handle, so that what it said before can still be read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the other process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
        exitCode();
    }

    public static void main(String[] file) {
        try (PollState state = SqliteFile.open(Path.of(file[0]))) {
            Lease lease = state.acquire(StateFixture.STREAM, "other", Duration.ofMinutes(1))
                    .orElseThrow();
            long count = state.load(StateFixture.STREAM, "key").confirmed();
            while (true) {
                OrderState next =
                        OrderState.unknown("counter").intending(Intent.of(++count, "aa", new Mark(1, 1)), null);
                state.save(lease, List.of(next), 1);
                System.out.println(MARK + count);
            }
        } catch (StateStoreException e) {
            System.out.println(MARK + e.getMessage());
            System.exit(3);
        }
    }
}
