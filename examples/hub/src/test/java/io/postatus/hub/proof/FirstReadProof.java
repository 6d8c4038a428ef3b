/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One first read of 90 days, undisturbed, while life goes on.
 *
 * @param missing orders whose last event is not their latest visible state
 * @param toldTwice events that say what was said before
 * @param seconds from the first request to the end of the read
 */
record FirstReadProof(
        int orders,
        int events,
        int missing,
        int toldTwice,
        Traffic traffic,
        double seconds,
        long peakHeapMegabytes,
        long peakMemoryKilobytes,
        double hubProcessorSeconds,
        double simulatorProcessorSeconds,
        List<String> progress) {

    static FirstReadProof run(Path folder, SimulatorProcess simulator) throws IOException {
        double before = simulator.processorSeconds();
        try (HubProcess hub = HubProcess.start(folder, simulator.url())) {
            Instant end = hub.awaitFirstRead();
            Traffic traffic = simulator.traffic();
            double hubsProcessor = hub.processorSeconds();
            double simulatorsProcessor = simulator.processorSeconds() - before;
            long memory = hub.peakMemory();
            Truth truth = simulator.truth(folder.resolve("truth.txt"));
            Patience.until("every order is told", () -> truth.missing(Told.read(hub.events()))
                    .isEmpty());
            hub.stop();
            Told told = Told.read(hub.events());
            return new FirstReadProof(
                    truth.orders(),
                    told.events(),
                    truth.missing(told).size(),
                    told.repeats().size() + told.sameAgain().size(),
                    traffic,
                    Duration.between(Instant.ofEpochMilli(traffic.firstMillis()), end)
                                    .toMillis()
                            / 1000.0,
                    hub.peakHeap(),
                    memory,
                    hubsProcessor,
                    simulatorsProcessor,
                    hub.progress());
        }
    }

    /** How long the pages needed take at 10 requests a second, the rate that the service allows. */
    double idealSeconds() {
        return traffic.needed() / 10.0;
    }

    double ratio() {
        return seconds / idealSeconds();
    }

    boolean holds() {
        return missing == 0 && toldTwice == 0 && traffic.refused() == 0 && ratio() <= 1.05;
    }
}
