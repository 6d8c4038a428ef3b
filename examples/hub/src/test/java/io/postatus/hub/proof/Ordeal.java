/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A hub that reads while one mishap after another befalls it, and what has been told in the end.
 *
 * @param missing orders whose last event is not their latest visible state
 * @param invented events of states that no order was ever in
 * @param sameAgain events that say what was said before under another id, which no reader can drop
 * @param fallen events that are older than the one before by epoch and sequence
 * @param repeats events that came again with the same id
 * @param early repeats before the first blow
 */
record Ordeal(
        int orders,
        int events,
        int missing,
        int invented,
        int sameAgain,
        int fallen,
        int torn,
        int repeats,
        int early,
        long refused,
        List<Blow> blows) {

    /**
     * How long and how far apart, drawn by lot.
     *
     * @param requests the hub's, at most, before a mishap
     * @param hitMillis at most, after them
     * @param lastMillis at most, that it goes on
     */
    record Pace(int requests, int hitMillis, int lastMillis) {}

    static Ordeal run(Scene scene, long seed, Pace pace, List<Mishap> mishaps) throws IOException {
        Course course = new Course(scene, new Random(seed), pace);
        for (Mishap mishap : mishaps) {
            try {
                course.befall(mishap);
            } catch (IllegalStateException e) {
                throw new IllegalStateException("before or after \"" + mishap + "\", after " + course.blows, e);
            }
        }
        return course.end();
    }

    long kills() {
        return blows.stream().filter(blow -> blow.mishap().isKill()).count();
    }

    /** Blows that caused more repeats than they left changes unconfirmed. */
    List<Blow> unbounded() {
        return blows.stream().filter(blow -> !blow.isBounded()).toList();
    }

    boolean holds() {
        return missing == 0
                && invented == 0
                && sameAgain == 0
                && fallen == 0
                && early == 0
                && unbounded().isEmpty();
    }

    /** One ordeal as it goes. */
    private static final class Course {
        private final Scene scene;
        private final Random random;
        private final Pace pace;
        private final List<Blow> blows = new ArrayList<>();

        Course(Scene scene, Random random, Pace pace) {
            this.scene = scene;
            this.random = random;
            this.pace = pace;
        }

        void befall(Mishap mishap) throws IOException {
            blows.add(mishap == Mishap.KILLED_EARLY ? killedEarly() : hit(mishap));
        }

        private Blow killedEarly() throws IOException {
            if (scene.isRunning()) {
                scene.stop();
            }
            scene.hub();
            int millis = pass(3_000);
            return killed(Mishap.KILLED_EARLY, String.format(Locale.ROOT, "%d ms after its start", millis));
        }

        private Blow hit(Mishap mishap) throws IOException {
            int requests = 1 + random.nextInt(pace.requests());
            scene.awaitRequests(requests);
            String when = String.format(Locale.ROOT, "after %d requests and %d ms", requests, pass(pace.hitMillis()));
            if (mishap == Mishap.KILLED) {
                return killed(mishap, when);
            }
            if (mishap == Mishap.FROZEN) {
                scene.hub().freeze();
                int lasted = pass(pace.lastMillis());
                scene.hub().thaw();
                return Blow.harmless(mishap, lasting(when, lasted));
            }
            if (mishap == Mishap.DISK_FULL) {
                return diskFull(when);
            }
            return mishap.isOfDatabase() ? databaseAway(mishap, when) : serviceAway(mishap, when);
        }

        private Blow killed(Mishap mishap, String when) throws IOException {
            scene.kill();
            Blow blow = blow(mishap, when);
            scene.store().leasesExpire();
            return blow;
        }

        private Blow serviceAway(Mishap mishap, String when) {
            scene.serviceNetwork().becomes(network(mishap));
            int lasted = pass(pace.lastMillis());
            scene.serviceNetwork().becomes(Network.SOUND);
            return Blow.harmless(mishap, lasting(when, lasted));
        }

        private Blow databaseAway(Mishap mishap, String when) throws IOException {
            int said = scene.hub().said();
            Database database = scene.database();
            database.network().becomes(network(mishap));
            if (mishap == Mishap.DATABASE_KILLED) {
                database.server().kill();
            }
            int lasted = pass(pace.lastMillis());
            if (mishap == Mishap.DATABASE_KILLED) {
                database.server().start();
            }
            Blow blow = blow(mishap, lasting(when, lasted));
            database.network().becomes(Network.SOUND);
            goOn(said);
            return blow;
        }

        private Blow diskFull(String when) throws IOException {
            HubProcess hub = scene.hub();
            int said = hub.said();
            hub.fillDisk();
            scene.until("the hub says so", () -> hub.saidSince(said).stream()
                    .anyMatch(line -> line.contains("that its disk has room")));
            int lasted = pass(pace.lastMillis());
            Blow blow = blow(Mishap.DISK_FULL, lasting(when, lasted));
            hub.emptyDisk();
            goOn(said);
            return blow;
        }

        /** A poll that failed without its store could not give its lease back; to wait for its end every time is dull. */
        private void goOn(int said) {
            long before = scene.traffic().requests();
            scene.until("the hub goes on or its poll has failed", () -> hasFailed(said) || hasAskedSince(before));
            if (hasFailed(said)) {
                scene.store().leasesExpire();
            }
            scene.until("the hub goes on", () -> hasAskedSince(before));
        }

        private boolean hasFailed(int said) {
            return scene.hub().saidSince(said).stream().anyMatch(line -> line.contains("the poll failed"));
        }

        private boolean hasAskedSince(long requests) {
            return scene.traffic().requests() > requests;
        }

        private Network network(Mishap mishap) {
            return switch (mishap) {
                case SERVICE_CUT -> Network.cutAfter(random.nextInt(100_000));
                case SERVICE_DRIPS -> Network.dripping(1 + random.nextInt(200), Duration.ofMillis(20));
                case DATABASE_CUT -> Network.cutAfter(random.nextInt(5_000));
                case DATABASE_DRIPS -> Network.dripping(1 + random.nextInt(20), Duration.ofMillis(20));
                case SERVICE_LATE, DATABASE_LATE -> Network.late(Duration.ofMillis(50 + random.nextInt(500)));
                case SERVICE_SILENT, DATABASE_SILENT -> Network.BLACK_HOLE;
                case SERVICE_RESETS, DATABASE_RESETS, DATABASE_KILLED -> Network.RESETTING;
                default -> throw new IllegalArgumentException(mishap + " is none of a network");
            };
        }

        private Blow blow(Mishap mishap, String when) throws IOException {
            return new Blow(
                    mishap, when, Told.lines(scene.events()), scene.store().unconfirmed(), 0);
        }

        private int pass(int mostMillis) {
            int millis = random.nextInt(mostMillis);
            Patience.passes(millis);
            return millis;
        }

        private static String lasting(String when, int millis) {
            return String.format(Locale.ROOT, "%s, for %d ms", when, millis);
        }

        Ordeal end() throws IOException {
            scene.hub();
            Truth truth = scene.truth();
            scene.until("every order is told", () -> truth.missing(Told.read(scene.events()))
                    .isEmpty());
            scene.stop();
            Told told = Told.read(scene.events());
            List<Blow> counted = counted(told);
            int attributed = counted.stream().mapToInt(Blow::repeats).sum();
            return new Ordeal(
                    truth.orders(),
                    told.events(),
                    truth.missing(told).size(),
                    scene.truth().invented(told).size(),
                    told.sameAgain().size(),
                    told.fallen().size(),
                    told.torn(),
                    told.repeats().size(),
                    told.repeats().size() - attributed,
                    scene.traffic().refused(),
                    counted);
        }

        private List<Blow> counted(Told told) {
            LinkedList<Blow> counted = new LinkedList<>();
            int until = told.lines();
            for (int i = blows.size() - 1; i >= 0; i--) {
                Blow blow = blows.get(i);
                counted.addFirst(blow.mayCauseRepeats() ? blow.withRepeats(told, until) : blow);
                until = blow.mayCauseRepeats() ? blow.lines() : until;
            }
            return counted;
        }
    }
}
