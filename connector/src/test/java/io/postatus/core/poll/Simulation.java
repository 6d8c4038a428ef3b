/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.Intervals;
import io.postatus.core.state.MemoryPollState;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A whole life of a stream from one seed: history, orders that change while they are read, a service and a route that
 * fail, a process that dies at any write and starts again, in some seeds a second one that is frozen now and then. At the
 * end everything calms down, and the sink must hold the latest state that the service shows of every order. Whenever a
 * process dies, nothing may be settled that is not told or about to be.
 */
final class Simulation {
    private static final Duration HISTORY = Duration.ofHours(2);
    private static final Duration LIFE = Duration.ofMinutes(40);
    private static final Duration CALM = Duration.ofMinutes(40);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration WATCH_INTERVAL = Duration.ofMinutes(3);

    private final SimulatedTime time;
    private final SimulatedService service;
    private final SimulatedSink sink;
    private final PollState durable;
    private final Set<Rule> rules;
    private final boolean twoNodes;
    private final int orders;
    /** How many of the orders go on changing. */
    private final int hot;

    private final int slicesInFlight;
    private final int maxUnconfirmed;

    private boolean calm;
    private final List<String> ahead = new ArrayList<>();

    Simulation(long seed, Set<Rule> rules, boolean oneTeller) {
        time = new SimulatedTime(new Random(seed));
        service = new SimulatedService(time, time.chance(0.5), Duration.ofSeconds(time.chance(0.5) ? 122 : 602));
        sink = new SimulatedSink(time);
        PollState memory = new MemoryPollState(time);
        durable = oneTeller ? memory : SimulatedStore.grantingEverybody(memory);
        this.rules = rules;
        twoNodes = time.chance(0.3) || !oneTeller;
        orders = 5 + time.pick(30);
        hot = 1 + time.pick(orders + 3);
        service.failures = time.chance(0.5) ? 0.05 : 0;
        sink.failures = time.chance(0.5) ? 0.1 : 0;
        sink.slowest = time.chance(0.3) ? 90 : 3;
        service.omissions = time.chance(0.3) ? 0.1 : 0;
        service.skew = time.chance(0.3) ? time.upTo(1200).minusSeconds(600) : Duration.ZERO;
        slicesInFlight = 1 + time.pick(3);
        maxUnconfirmed = time.chance(0.2) ? 1 : 10;
        if (time.chance(0.2)) {
            outage();
        }
        sink.poison = time.chance(0.1) ? "PO0" : null;
        service.kind = SimulatedService.Kind.values()[time.chance(0.5) ? 0 : 1 + time.pick(2)];
        service.listLag = time.chance(0.5) ? time.upTo(300) : Duration.ZERO;
    }

    /** For a while nothing can be told. What fails besides would look like poison, as it fails before and after. */
    private void outage() {
        sink.failures = 0;
        sink.outageFrom = SimulatedTime.START.plus(time.upTo((int) LIFE.toSeconds()));
        sink.outageTo = sink.outageFrom.plus(Duration.ofMinutes(12));
    }

    /** @return what went against the promise, empty if nothing did */
    List<String> run() {
        for (int i = 0; i < orders; i++) {
            change("PO" + i, SimulatedTime.START.minus(tenSeconds(HISTORY)));
        }
        live();
        poller();
        if (twoNodes) {
            time.after(time.upTo(60), this::poller);
        }
        time.runUntil(SimulatedTime.START.plus(LIFE));
        calm = true;
        service.failures = 0;
        sink.failures = 0;
        time.runUntil(SimulatedTime.START.plus(LIFE).plus(CALM));
        List<String> violations = new ArrayList<>(sink.violations);
        checkCoverage();
        violations.addAll(ahead);
        service.numbers().forEach(number -> service.visible(number)
                .filter(version -> !version.state().equals(sink.state(number)) && !number.equals(sink.poison))
                .ifPresent(version ->
                        violations.add(number + " is " + version.state() + ", the sink has " + sink.state(number))));
        return violations;
    }

    /** Times on a grid, so that they meet the edges of windows. */
    private Duration tenSeconds(Duration most) {
        return Duration.ofSeconds(10L * time.pick((int) most.toSeconds() / 10));
    }

    private void change(String number, Instant when) {
        String state = String.valueOf((char) ('A' + time.pick(3)));
        service.change(
                number,
                state,
                when,
                time.chance(0.3) ? time.upTo((int) SimulatedService.LATEST_SHOWN.toSeconds()) : Duration.ZERO);
    }

    /** Nothing is settled that is not confirmed, or at least intended. */
    private void checkCoverage() {
        Intervals settled =
                durable.load(SimulatedStore.STREAM, "updated").coverage().settled();
        service.numbers().forEach(number -> service.visible(number)
                .filter(version -> !version.silent() && contains(settled, version.lastUpdated()))
                .filter(version -> !isToldOrIntended(number, version))
                .ifPresent(version -> ahead.add(number + " is settled as " + version.state() + " and was not told")));
    }

    private boolean isToldOrIntended(String number, SimulatedService.Version version) {
        OrderState order =
                durable.find(SimulatedStore.STREAM, List.of(number)).getOrDefault(number, OrderState.unknown(number));
        return order.intent() != null
                || order.lastKnown() != null
                        && version.state()
                                .equals(order.lastKnown().knowledge().summary().vendorStatus());
    }

    private static boolean contains(Intervals intervals, Instant instant) {
        return intervals.windows().stream().anyMatch(window -> window.contains(instant));
    }

    /** A change that moves no date; a sweep finds it later and asks for it to be read by number. */
    private void changeSilently(String number) {
        service.changeSilently(number, String.valueOf((char) ('A' + time.pick(3))));
        time.after(time.upTo(300), () -> durable.queue(SimulatedStore.STREAM, List.of(number), time.instant()));
    }

    private void live() {
        if (!calm) {
            if (time.chance(0.1)) {
                changeSilently("PO" + time.pick(orders));
            }
            change("PO" + time.pick(hot), time.instant());
            time.after(time.upTo(30), this::live);
        }
    }

    /** A process: polls, dies at some write, and is started again. */
    private void poller() {
        SimulatedNode node = new SimulatedNode(time);
        if (!calm && time.chance(0.7)) {
            node.writesLeft = 1 + time.pick(60);
        }
        poll(node, new ServiceClock(node));
        watch(node);
    }

    private void watch(SimulatedNode node) {
        if (node.isDead()) {
            checkCoverage();
            time.after(time.upTo(60), this::poller);
            return;
        }
        if (twoNodes && !calm && time.chance(0.05)) {
            node.freeze(Duration.ofSeconds(20L + time.pick(60)));
        }
        if (calm) {
            node.writesLeft = Integer.MAX_VALUE;
        }
        time.after(Duration.ofSeconds(5), () -> watch(node));
    }

    private void poll(SimulatedNode node, ServiceClock clock) {
        boolean byTime = service.kind != SimulatedService.Kind.LISTS;
        PollSettings settings = new PollSettings(
                INTERVAL,
                StartFrom.parse(SimulatedTime.START.minus(HISTORY).toString()),
                InitialState.tell,
                SimulatedService.LATEST_SHOWN.plusMinutes(1),
                Duration.ofSeconds(30),
                byTime ? Duration.ofDays(30) : null,
                byTime ? Duration.ofDays(30) : null,
                byTime ? null : WATCH_INTERVAL,
                slicesInFlight,
                maxUnconfirmed,
                Duration.ofMinutes(5),
                SimulatedStore.LEASE_LIFE);
        Poll poll = new Poll(
                SimulatedStore.STREAM,
                settings,
                service.source(node),
                SimulatedStore.of(durable, node, time, epoch -> sink.epoch = epoch),
                sink.teller(node),
                node,
                clock,
                "node",
                rules);
        poll.start().whenComplete((report, error) -> node.after(INTERVAL, () -> poll(node, clock)));
    }
}
