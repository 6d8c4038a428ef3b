/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A first read during which the hub is killed again and again, like {@code kill -9}, and started again.
 *
 * @param missing orders whose last event is not their latest visible state
 * @param sameAgain events that say what was said before under another id, which no reader can drop
 */
record KillProof(int orders, int events, int missing, int sameAgain, int torn, long refused, List<Kill> kills) {
    private static final int MOST_MILLIS = 150;

    /**
     * @param requests after how many requests the hub was killed, and {@code millis} later
     * @param lines how many lines the events file had then
     * @param unconfirmed changes of which the hub did not know then whether they were told
     * @param repeats events that came again, with the same id, before the next kill
     */
    record Kill(int requests, int millis, int lines, long unconfirmed, int repeats) {}

    static KillProof run(Path folder, SimulatorProcess simulator, long seed, int times, int mostRequests)
            throws IOException {
        Random random = new Random(seed);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            kills.add(kill(folder, simulator, 1 + random.nextInt(mostRequests), random.nextInt(MOST_MILLIS)));
        }
        try (HubProcess hub = HubProcess.start(folder, simulator.url())) {
            Truth truth = simulator.truth(folder.resolve("truth.txt"));
            Patience.until("every order is told", () -> truth.missing(Told.read(hub.events()))
                    .isEmpty());
            hub.stop();
            Told told = Told.read(hub.events());
            return new KillProof(
                    truth.orders(),
                    told.events(),
                    truth.missing(told).size(),
                    told.sameAgain().size(),
                    told.torn(),
                    simulator.traffic().refused(),
                    withRepeats(kills, told));
        }
    }

    private static Kill kill(Path folder, SimulatorProcess simulator, int requests, int millis) throws IOException {
        long before = simulator.traffic().requests();
        try (HubProcess hub = HubProcess.start(folder, simulator.url())) {
            Patience.until("the hub reads", () -> simulator.traffic().requests() >= before + requests);
            Patience.passes(millis);
            hub.kill();
            return new Kill(requests, millis, Told.read(hub.events()).lines(), hub.unconfirmed(), 0);
        }
    }

    private static List<Kill> withRepeats(List<Kill> kills, Told told) {
        List<Kill> result = new ArrayList<>();
        for (int i = 0; i < kills.size(); i++) {
            Kill kill = kills.get(i);
            int next = i + 1 < kills.size() ? kills.get(i + 1).lines() : told.lines();
            long repeats = told.repeats().stream()
                    .filter(event -> event.line() > kill.lines() && event.line() <= next)
                    .count();
            result.add(new Kill(kill.requests(), kill.millis(), kill.lines(), kill.unconfirmed(), (int) repeats));
        }
        return result;
    }

    boolean holds() {
        return missing == 0
                && sameAgain == 0
                && refused == 0
                && kills.stream().allMatch(kill -> kill.repeats() <= kill.unconfirmed());
    }
}
