/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Shows, with the simulator and the hub in processes of their own, that a first read of 90 days is complete, tells
 * nothing twice, is never refused and takes no longer than the rate allows; and that kills change none of it but for
 * repeats that bear the same event id. Run by {@code mvn -q -Pproof}.
 */
public final class Proof {
    private static final int CHANGES_A_MINUTE = 60;
    private static final int MOST_REQUESTS = 60;

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

    private final PrintStream out;
    private final Path folder;
    private final int orders;
    private final long seed;
    private final int kills;

    private Proof(PrintStream out, Path folder, int orders, long seed, int kills) {
        this.out = out;
        this.folder = folder;
        this.orders = orders;
        this.seed = seed;
        this.kills = kills;
    }

    /** @param words a folder to work in, how many orders, the seed of the world and of the kills, how many kills */
    public static void main(String... words) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(words[0])), "proof");
        boolean holds = new Proof(
                        System.out,
                        folder,
                        Integer.parseInt(words[1]),
                        Long.parseLong(words[2]),
                        Integer.parseInt(words[3]))
                .run();
        System.exit(holds ? 0 : 1);
    }

    private boolean run() throws IOException {
        say(
                "%,d orders over 90 days, %d changes a minute, seed %d, 10 requests/s, hub with -Xmx64m",
                orders, CHANGES_A_MINUTE, seed);
        boolean undisturbed = undisturbed();
        boolean killed = kills == 0 || killed();
        say(undisturbed && killed ? "%nAll of it holds." : "%nNOT all of it holds.");
        return undisturbed && killed;
    }

    private boolean undisturbed() throws IOException {
        Path place = Files.createDirectory(folder.resolve("undisturbed"));
        try (SimulatorProcess simulator = SimulatorProcess.start(place, seed, orders, CHANGES_A_MINUTE)) {
            FirstReadProof read = FirstReadProof.run(place, simulator);
            say("%nFirst read, undisturbed");
            read.progress().forEach(line -> say("  | %s", line));
            row("orders", "%,d", read.orders());
            row("events", "%,d", read.events());
            row("orders whose last event is not their latest state", "%d", read.missing());
            row("told twice", "%d", read.toldTwice());
            row("answered 429", "%d", read.traffic().refused());
            row(
                    "pages needed, pages read",
                    "%d, %d",
                    read.traffic().needed(),
                    read.traffic().pages());
            row("seconds needed at 10/s, seconds taken", "%.1f, %.1f", read.idealSeconds(), read.seconds());
            row("ratio (at most 1.05)", "%.3f", read.ratio());
            row(
                    "peak of heap, of the process",
                    "%d MB, %d MB",
                    read.peakHeapMegabytes(),
                    read.peakMemoryKilobytes() / 1024);
            row(
                    "processor seconds of hub, of simulator; of the machine",
                    "%.1f, %.1f; %d processors, load %.1f",
                    read.hubProcessorSeconds(),
                    read.simulatorProcessorSeconds(),
                    SYSTEM.getAvailableProcessors(),
                    SYSTEM.getSystemLoadAverage());
            return read.holds();
        }
    }

    private boolean killed() throws IOException {
        Path place = Files.createDirectory(folder.resolve("killed"));
        try (SimulatorProcess simulator = SimulatorProcess.start(place, seed, orders, CHANGES_A_MINUTE)) {
            KillProof proof = KillProof.run(place, simulator, seed, kills, MOST_REQUESTS);
            say("%nFirst read, killed %d times", proof.kills().size());
            for (KillProof.Kill kill : proof.kills()) {
                say(
                        "  kill -9 after %2d requests and %3d ms: %,6d lines, %3d unconfirmed, %3d told again, same id",
                        kill.requests(), kill.millis(), kill.lines(), kill.unconfirmed(), kill.repeats());
            }
            row("orders", "%,d", proof.orders());
            row("events", "%,d", proof.events());
            row("orders whose last event is not their latest state", "%d", proof.missing());
            row("told again with another id", "%d", proof.sameAgain());
            row("torn lines", "%d", proof.torn());
            row("answered 429", "%d", proof.refused());
            return proof.holds();
        }
    }

    private void row(String what, String format, Object... values) {
        say("  %-52s %s", what, String.format(Locale.ROOT, format, values));
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
