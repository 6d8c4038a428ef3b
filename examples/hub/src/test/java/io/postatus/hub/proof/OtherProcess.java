/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import io.postatus.canary.Watch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Another JVM with our class path, and what it says, line by line with the time at which it said it. */
final class OtherProcess implements AutoCloseable {
    private static final int END_SECONDS = 30;

    /** A line and when it came. */
    record Line(Instant at, String text) {}

    private final Process process;
    private final PrintWriter orders;
    private final List<Line> lines = new ArrayList<>();
    private boolean silent;

    private OtherProcess(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread listener = new Thread(this::listen, "listener");
        listener.setDaemon(true);
        listener.start();
    }

    static OtherProcess java(Path folder, List<String> options, Class<?> main, List<String> words) {
        return java(folder, Map.of(), options, main, words);
    }

    static OtherProcess java(
            Path folder, Map<String, String> environment, List<String> options, Class<?> main, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(words);
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            return new OtherProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String text = said.readLine(); text != null; text = said.readLine()) {
                Watch.look("Another process", text);
                heard(new Line(Instant.now(), text));
            }
        } catch (IOException killed) {
            // Its pipe broke with it: what it said before is there.
        }
        synchronized (lines) {
            silent = true;
            lines.notifyAll();
        }
    }

    private void heard(Line line) {
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
    }

    /** The first line of that kind from the given one on; waits for it. */
    Line awaits(int from, Predicate<String> wanted, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        synchronized (lines) {
            for (int i = from; ; i++) {
                while (i >= lines.size()) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (silent || left <= 0) {
                        throw new IllegalStateException("it does not say so within " + most + ": " + all());
                    }
                    await(left);
                }
                if (wanted.test(lines.get(i).text())) {
                    return lines.get(i);
                }
            }
        }
    }

    private void await(long millis) {
        try {
            lines.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Tells it something and gives its answer, the next line it says. */
    String ask(String order, Duration most) {
        int before = all().size();
        orders.println(order);
        return awaits(before, line -> true, most).text();
    }

    List<Line> all() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Like {@code kill -9}. By its handle, so that what it said before can still be heard. */
    void kill() {
        process.toHandle().destroyForcibly();
        end();
    }

    /** Stops it where it is, until it is thawed. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        Command.run("kill", "-" + name, Long.toString(pid()));
    }

    /** Like Ctrl-C: asks it to end and waits until it has. Answers its exit code. */
    int stop() {
        process.toHandle().destroy();
        return end();
    }

    /** Waits until it has ended by itself or by a signal, and gives its exit code. */
    int end() {
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end: " + all());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /** Seconds of processor time so far. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        kill();
    }
}
