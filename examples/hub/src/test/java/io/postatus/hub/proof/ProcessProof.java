/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Shows, with hubs, simulator and PostgreSQL in processes of their own and real sockets between them, that nothing is
 * lost, invented or put out of order, and that repeats are as many at most as were unconfirmed, whatever of this happens:
 * a hub is killed or frozen, its network, disk or database fails. Run by {@code mvn -q -Pprocesses}.
 */
public final class ProcessProof {
    private static final int ORDERS = 2_000;
    private static final int CHANGES_A_MINUTE = 600;
    private static final Ordeal.Pace PACE = new Ordeal.Pace(6, 700, 3_000);

    private static final List<Mishap> ELSE = List.of(
            Mishap.FROZEN,
            Mishap.SERVICE_CUT,
            Mishap.SERVICE_DRIPS,
            Mishap.SERVICE_LATE,
            Mishap.SERVICE_SILENT,
            Mishap.SERVICE_RESETS);
    private static final List<Mishap> OF_DATABASE = List.of(
            Mishap.DATABASE_CUT,
            Mishap.DATABASE_DRIPS,
            Mishap.DATABASE_LATE,
            Mishap.DATABASE_SILENT,
            Mishap.DATABASE_RESETS,
            Mishap.DATABASE_KILLED,
            Mishap.DATABASE_KILLED);
    private static final List<Mishap> OF_FILE = List.of(Mishap.DISK_FULL, Mishap.DISK_FULL, Mishap.DISK_FULL);

    private final Figures figures = new Figures(System.out);
    private final Path folder;
    private final long seed;
    private final int kills;
    private final int freezes;

    private ProcessProof(Path folder, long seed, int kills, int freezes) {
        this.folder = folder;
        this.seed = seed;
        this.kills = kills;
        this.freezes = freezes;
    }

    /**
     * @param words a folder to work in, the seed of the world and of all that is drawn by lot, how many kills, and how
     *     many freezes of one of two hubs
     */
    public static void main(String... words) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(words[0])), "processes");
        boolean holds = new ProcessProof(
                        folder, Long.parseLong(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]))
                .run();
        System.exit(holds ? 0 : 1);
    }

    private boolean run() throws IOException {
        Instant began = Instant.now();
        figures.say("%,d orders over 90 days, %d changes a minute, seed %d", ORDERS, CHANGES_A_MINUTE, seed);
        int half = kills / 2;
        boolean file = onFile(mishaps(half, OF_FILE));
        boolean database = onDatabase(mishaps(kills - half, OF_DATABASE));
        boolean two = twoHubs();
        boolean holds = file && database && two;
        figures.say(
                "%n%s In %d seconds.",
                holds ? "All of it holds." : "NOT all of it holds.",
                Duration.between(began, Instant.now()).toSeconds());
        return holds;
    }

    /** In an order drawn by lot; every eighth kill meets a hub that only starts. */
    private List<Mishap> mishaps(int killed, List<Mishap> ofStore) {
        List<Mishap> all = new ArrayList<>(Collections.nCopies(killed - killed / 8, Mishap.KILLED));
        all.addAll(Collections.nCopies(killed / 8, Mishap.KILLED_EARLY));
        all.addAll(ELSE);
        all.addAll(ofStore);
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    private boolean onFile(List<Mishap> mishaps) throws IOException {
        Path place = Files.createDirectory(folder.resolve("file"));
        return show("One hub, SQLite", place, new StateFile(place), mishaps);
    }

    private boolean onDatabase(List<Mishap> mishaps) throws IOException {
        Path place = Files.createDirectory(folder.resolve("database"));
        try (Database database = Database.in(place)) {
            return show("One hub, PostgreSQL", place, database, mishaps);
        }
    }

    private boolean show(String title, Path place, Store store, List<Mishap> mishaps) throws IOException {
        try (SimulatorProcess simulator = SimulatorProcess.start(place, seed, ORDERS, CHANGES_A_MINUTE);
                Scene scene = new Scene(place, simulator, store)) {
            Ordeal ordeal = Ordeal.run(scene, seed, PACE, mishaps);
            figures.say("%n%s: %d kills and %d other mishaps", title, ordeal.kills(), mishaps.size() - ordeal.kills());
            figures.blows(ordeal);
            figures.ordeal(ordeal);
            return ordeal.holds();
        }
    }

    private boolean twoHubs() throws IOException {
        if (freezes == 0) {
            return true;
        }
        List<Succession.Lease> leases = new ArrayList<>();
        for (int i = 0; i < freezes; i++) {
            leases.add(i % 2 == 0 ? Succession.Lease.EXPIRES : Succession.Lease.IS_VOIDED);
        }
        Path place = Files.createDirectory(folder.resolve("two"));
        try (SimulatorProcess simulator = SimulatorProcess.start(place, seed, ORDERS, CHANGES_A_MINUTE);
                Database database = Database.in(place)) {
            Succession succession = Succession.run(place, simulator, database, seed, leases);
            figures.say("%nTwo hubs, one PostgreSQL, one stream: the one that polls is frozen %d times", freezes);
            figures.succession(succession);
            return succession.holds();
        }
    }
}
