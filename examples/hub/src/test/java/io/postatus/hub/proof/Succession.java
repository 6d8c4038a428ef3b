/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Two hubs on one stream in one database, of which the one that polls is frozen, followed by the other, and thawed.
 *
 * @param staleWrites what a hub wrote in another's epoch
 * @param twoTellers epochs that both hubs told in
 * @param invented events of states that no order was ever in
 * @param sameAgain events that say what was said before under another id
 * @param fallen events that are older than the one before by epoch and sequence
 * @param unconfirmed changes of which the database did not know, at the freezes, whether they were told
 */
record Succession(
        int orders,
        int events,
        int missing,
        int invented,
        int sameAgain,
        int fallen,
        int repeats,
        long unconfirmed,
        long writes,
        long staleWrites,
        long twoTellers,
        List<Freeze> freezes) {
    private static final List<String> HUBS = List.of("one", "other");

    /** How the lease of a frozen hub ends. */
    enum Lease {
        /** By itself: the thawed hub knows by its own clock that it is out. */
        EXPIRES,
        /** By hand: the thawed hub believes that it holds the stream, and only the database knows better. */
        IS_VOIDED
    }

    /**
     * @param epoch of the poll that was frozen
     * @param lines how many lines the hub's events file had then
     * @param tellings what the hub told in that epoch after it was thawed
     */
    record Freeze(Lease lease, String hub, long epoch, int lines, long unconfirmed, long millis, long tellings) {

        /** What was under way when it was frozen may end; one that had its lease voided has told what it had in hand. */
        boolean isHarmless() {
            return tellings <= (lease == Lease.EXPIRES ? 1 : unconfirmed);
        }
    }

    static Succession run(Path folder, SimulatorProcess simulator, Database database, long seed, List<Lease> leases)
            throws IOException {
        Random random = new Random(seed);
        Witness witness = Witness.in(database);
        Map<String, HubProcess> hubs = new LinkedHashMap<>();
        try (FaultProxy service = new FaultProxy(URI.create(simulator.url()).getPort())) {
            // Long polls, so that a freeze meets one.
            service.becomes(Network.late(Duration.ofMillis(200)));
            for (String name : HUBS) {
                List<String> options = new ArrayList<>(Scene.pollingOften());
                options.addAll(database.optionsOf(name));
                Path place = Files.createDirectory(folder.resolve(name));
                hubs.put(name, HubProcess.start(place, "http://127.0.0.1:" + service.port(), options));
            }
            List<Freeze> freezes = new ArrayList<>();
            for (Lease lease : leases) {
                freezes.add(freeze(lease, hubs, witness, random));
            }
            return end(folder, simulator, witness, hubs, freezes);
        } finally {
            hubs.values().forEach(HubProcess::close);
        }
    }

    /** Tries until it meets a hub that has changes in hand: one that only waits for an answer can do little harm. */
    private static Freeze freeze(Lease lease, Map<String, HubProcess> hubs, Witness witness, Random random)
            throws IOException {
        while (true) {
            Patience.until("a hub polls", () -> witness.holder() != null);
            Patience.passes(random.nextInt(300));
            String holder = witness.holder();
            if (holder == null) {
                continue;
            }
            HubProcess hub = hubs.get(holder);
            hub.freeze();
            long unconfirmed = witness.database().unconfirmedByNow();
            if (unconfirmed > 0 && holder.equals(witness.holder())) {
                return follow(lease, holder, hub, witness, unconfirmed, random.nextInt(2_000));
            }
            hub.thaw();
        }
    }

    private static Freeze follow(
            Lease lease, String holder, HubProcess hub, Witness witness, long unconfirmed, int moreMillis)
            throws IOException {
        long began = System.nanoTime();
        long epoch = witness.epoch();
        int lines = Told.lines(hub.events());
        if (lease == Lease.IS_VOIDED) {
            witness.database().leasesExpire();
        }
        Patience.until("the other follows", () -> witness.epoch() > epoch);
        Patience.passes(moreMillis);
        hub.thaw();
        long millis = (System.nanoTime() - began) / 1_000_000;
        Patience.until("it polls again", () -> witness.hasBegunAfter(holder, epoch));
        return new Freeze(lease, holder, epoch, lines, unconfirmed, millis, 0);
    }

    private static Succession end(
            Path folder,
            SimulatorProcess simulator,
            Witness witness,
            Map<String, HubProcess> hubs,
            List<Freeze> freezes)
            throws IOException {
        Path[] files = hubs.values().stream().map(HubProcess::events).toArray(Path[]::new);
        Path truthFile = folder.resolve("truth.txt");
        Truth truth = simulator.truth(truthFile);
        Patience.until(
                "every order is told", () -> truth.missing(Told.read(files)).isEmpty());
        hubs.values().forEach(HubProcess::stop);
        Told told = Told.read(files);
        List<Freeze> judged = freezes.stream()
                .map(freeze -> withTellings(freeze, told, hubs.get(freeze.hub()).events()))
                .toList();
        return new Succession(
                truth.orders(),
                told.events(),
                truth.missing(told).size(),
                simulator.truth(truthFile).invented(told).size(),
                told.sameAgain().size(),
                told.fallen().size(),
                told.repeats().size(),
                freezes.stream().mapToLong(Freeze::unconfirmed).sum(),
                witness.writes(),
                witness.staleWrites(),
                twoTellers(told),
                judged);
    }

    private static Freeze withTellings(Freeze freeze, Told told, Path file) {
        long tellings = told.all().stream()
                .filter(event ->
                        event.file().equals(file) && event.epoch() == freeze.epoch() && event.line() > freeze.lines())
                .count();
        return new Freeze(
                freeze.lease(),
                freeze.hub(),
                freeze.epoch(),
                freeze.lines(),
                freeze.unconfirmed(),
                freeze.millis(),
                tellings);
    }

    private static long twoTellers(Told told) {
        return told.all().stream()
                .collect(Collectors.groupingBy(
                        Told.Event::epoch, Collectors.mapping(Told.Event::file, Collectors.toSet())))
                .values()
                .stream()
                .filter(files -> files.size() > 1)
                .count();
    }

    boolean holds() {
        return missing == 0
                && invented == 0
                && sameAgain == 0
                && fallen == 0
                && staleWrites == 0
                && twoTellers == 0
                && repeats <= unconfirmed
                && freezes.stream().allMatch(Freeze::isHarmless);
    }
}
