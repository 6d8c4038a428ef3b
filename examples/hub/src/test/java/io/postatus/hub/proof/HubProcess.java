/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import io.postatus.hub.Hub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        return start(folder, simulator, List.of());
    }

    static HubProcess start(Path folder, String simulator, List<String> more) {
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
        options.addAll(more);
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

    /** What it has said from the given line on. */
    List<String> saidSince(int line) {
        List<OtherProcess.Line> all = process.all();
        return all.subList(line, all.size()).stream()
                .map(OtherProcess.Line::text)
                .toList();
    }

    /** How many lines it has said. */
    int said() {
        return process.all().size();
    }

    void freeze() {
        process.freeze();
    }

    void thaw() {
        process.thaw();
    }

    /** As a full disk does: nothing that it writes to a file succeeds any more. What it says is no file. */
    void fillDisk() {
        limitFiles("1:");
    }

    void emptyDisk() {
        limitFiles("unlimited:");
    }

    private void limitFiles(String softLimit) {
        Command.run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + softLimit);
    }

    @Override
    public void close() {
        process.close();
    }
}
