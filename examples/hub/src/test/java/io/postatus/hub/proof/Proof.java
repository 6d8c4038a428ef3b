/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

/**
 * Shows, with the simulator and the hub in processes of their own, that a first read of 90 days is complete, tells
 * nothing twice, is never refused and takes no longer than the rate allows; and that kills change none of it but for
 * repeats that bear the same event id. Run by {@code mvn -q -Pproof}.
 */
public final class Proof {
    private static final int CHANGES_A_MINUTE = 60;
    private static final int MOST_REQUESTS = 60;
    private static final int MOST_MILLIS = 150;

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

    private final Figures figures;
    private final Path folder;
    private final int orders;
    private final long seed;
    private final int kills;

    private Proof(Figures figures, Path folder, int orders, long seed, int kills) {
        this.figures = figures;
        this.folder = folder;
        this.orders = orders;
        this.seed = seed;
        this.kills = kills;
    }

    /** @param words a folder to work in, how many orders, the seed of the world and of the kills, how many kills */
    public static void main(String... words) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(words[0])), "proof");
        boolean holds = new Proof(
                        new Figures(System.out),
                        folder,
                        Integer.parseInt(words[1]),
                        Long.parseLong(words[2]),
                        Integer.parseInt(words[3]))
                .run();
        System.exit(holds ? 0 : 1);
    }

    private boolean run() throws IOException {
        figures.say(
                "%,d orders over 90 days, %d changes a minute, seed %d, 10 requests/s, hub with -Xmx64m",
                orders, CHANGES_A_MINUTE, seed);
        boolean undisturbed = undisturbed();
        boolean killed = kills == 0 || killed();
        figures.say(undisturbed && killed ? "%nAll of it holds." : "%nNOT all of it holds.");
        return undisturbed && killed;
    }

    private boolean undisturbed() throws IOException {
        Path place = Files.createDirectory(folder.resolve("undisturbed"));
        try (SimulatorProcess simulator = SimulatorProcess.start(place, seed, orders, CHANGES_A_MINUTE)) {
            FirstReadProof read = FirstReadProof.run(place, simulator);
            figures.say("%nFirst read, undisturbed");
            read.progress().forEach(line -> figures.say("  | %s", line));
            figures.row("orders", "%,d", read.orders());
            figures.row("events", "%,d", read.events());
            figures.row("orders whose last event is not their latest state", "%d", read.missing());
            figures.row("told twice", "%d", read.toldTwice());
            figures.row("answered 429", "%d", read.traffic().refused());
            figures.row(
                    "pages needed, pages read",
                    "%d, %d",
                    read.traffic().needed(),
                    read.traffic().pages());
            figures.row("seconds needed at 10/s, seconds taken", "%.1f, %.1f", read.idealSeconds(), read.seconds());
            figures.row("ratio (at most 1.05)", "%.3f", read.ratio());
            figures.row(
                    "peak of heap, of the process",
                    "%d MB, %d MB",
                    read.peakHeapMegabytes(),
                    read.peakMemoryKilobytes() / 1024);
            figures.row(
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
            Ordeal ordeal;
            try (Scene scene = new Scene(place, simulator, new StateFile(place))) {
                ordeal = Ordeal.run(
                        scene,
                        seed,
                        new Ordeal.Pace(MOST_REQUESTS, MOST_MILLIS, 1),
                        Collections.nCopies(kills, Mishap.KILLED));
            }
            figures.say("%nFirst read, killed %d times", ordeal.kills());
            figures.blows(ordeal);
            figures.ordeal(ordeal);
            figures.row("answered 429", "%d", ordeal.refused());
            return ordeal.holds() && ordeal.refused() == 0;
        }
    }
}
