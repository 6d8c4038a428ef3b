/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.SqliteFile;
import io.postatus.core.state.StreamId;
import io.postatus.hub.Hub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The hub in a process of its own with 64 MB of heap, against a simulator in another. */
final class HubProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final OtherProcess process;

    private HubProcess(Path folder, OtherProcess process) {
        this.folder = folder;
        this.process = process;
    }

    static HubProcess start(Path folder, String simulator) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx64m",
                // What Java chooses by itself in a small container; and a run of seconds does not repay the second
                // compiler.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:gc*:file=" + folder.resolve("gc-%p.log") + "::filecount=0",
                "-Dhub.simulator.enabled=false",
                "-Dpartnercenter.enabled=false",
                "-Dpos.enabled=false",
                "-Damazon.base-url=" + simulator,
                "-Damazon.token-url=" + simulator + "/auth/o2/token"));
        return new HubProcess(folder, OtherProcess.java(folder, options, Hub.class, List.of()));
    }

    Path events() {
        return folder.resolve("hub-data/events.jsonl");
    }

    /** Waits until the first read has ended and says when that was. */
    Instant awaitFirstRead() {
        return process.awaits(0, line -> line.contains("read up to now: "), PATIENCE)
                .at();
    }

    /** What it says of its progress and of what it remembers. */
    List<String> progress() {
        return process.all().stream()
                .map(OtherProcess.Line::text)
                .filter(line -> line.matches(".*(reading: |read up to now|read in part|goes on where|stopped; ).*"))
                .toList();
    }

    void kill() {
        process.kill();
    }

    int stop() {
        return process.stop();
    }

    double processorSeconds() {
        return process.processorSeconds();
    }

    /** Kilobytes of memory at most so far, as Linux counts them; -1 elsewhere. */
    long peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(-1);
    }

    /** The most megabytes of heap that its collector saw. */
    long peakHeap() throws IOException {
        Path log = folder.resolve("gc-" + process.pid() + ".log");
        return HeapLog.peakMegabytes(log);
    }

    /** After a kill: the changes whose telling was begun and not confirmed. Read from a copy, as the hub left it. */
    long unconfirmed() throws IOException {
        Path copy = Files.createTempDirectory(folder, "state");
        try (Stream<Path> files = Files.list(folder.resolve("hub-data"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("state.db"))
                    .toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (PollState state = SqliteFile.open(copy.resolve("state.db"))) {
            return state.due(new StreamId("amazonvendor", "acme-de", "default"), Instant.now(), 1_000_000).stream()
                    .filter(OrderState::hasOpenIntent)
                    .count();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
