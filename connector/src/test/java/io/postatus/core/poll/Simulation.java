/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Turns;
import io.postatus.core.model.Intervals;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.SimulatedConditions.Kind;
import io.postatus.core.poll.SimulatedConditions.Start;
import io.postatus.core.poll.SimulatedConditions.Sweeping;
import io.postatus.core.poll.SimulatedOrders.Version;
import io.postatus.core.state.Backfill;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Knowledge;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A whole life of a stream from one seed: history, orders that change while they are read, a service and a route that
 * fail, processes that die at any step and any write and start again, in some seeds two that are frozen now and then, in
 * some a sweep beside the stream, in some a break of weeks. At the end everything calms down, and the sink must hold the
 * latest state that the service shows of every order.
 */
final class Simulation {
    static final Duration CONFIRM_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration LIFE = Duration.ofMinutes(30);
    /** Everything that waits has had its turn by then. */
    private static final Duration SHORTEST_CALM = Duration.ofMinutes(12);

    private static final Duration LONGEST_CALM = Duration.ofMinutes(60);
    /** An open order is looked at by then, even if the stream was paused before. */
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(32);

    private static final Duration BREAK = Duration.ofDays(40);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration WATCH_INTERVAL = Duration.ofMinutes(3);
    /** Clocks are compared over a network that takes its time. */
    private static final Duration SLACK = Duration.ofSeconds(40);

    private static final StreamId STREAM = new StreamId("sim", "acme", "default");
    private static final StreamId SWEEP = new StreamId("sim", "acme", "sweep");

    private final SimulatedTime time;
    private final SimulatedConditions conditions;
    private final SimulatedOrders orders;
    private final SimulatedService service;
    private final SimulatedSink sink;
    private final SimulatedSink sweepSink;
    private final SimulatedStore store;
    private final SwitchedOff off;

    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final List<String> ahead = new ArrayList<>();
    private int runs;
    /** When somebody last asked for an order to be told again. */
    private final Map<String, Instant> asked = new HashMap<>();

    private boolean backfilled;
    private boolean calm;
    private boolean over;
    /** How the first process dies, null to have it from the seed. */
    Consumer<SimulatedNode> firstDeath;

    Simulation(long seed, SwitchedOff off) {
        this.off = off;
        time = new SimulatedTime(seed);
        conditions = new SimulatedConditions(time, off);
        orders = new SimulatedOrders(time, conditions.skew);
        service = new SimulatedService(time, conditions, orders);
        sink = new SimulatedSink(time, conditions);
        sweepSink = new SimulatedSink(time, conditions);
        store = new SimulatedStore(time, off);
        store.granted = lease -> (lease.stream().equals(STREAM) ? sink : sweepSink).epoch = lease.epoch();
        store.credited = this::checkCredit;
        if (conditions.outage) {
            sink.outageFrom = SimulatedTime.START.plus(time.upTo((int) LIFE.toSeconds()));
            sink.outageTo = sink.outageFrom.plus(Duration.ofMinutes(12));
        }
    }

    SimulatedConditions conditions() {
        return conditions;
    }

    /** @return what went against the promise, empty if nothing did */
    List<String> run() {
        for (int i = 0; i < conditions.orders; i++) {
            change("PO" + i, SimulatedTime.START.minus(tenSeconds(SimulatedConditions.HISTORY)));
        }
        if (conditions.backfill) {
            time.after(time.upTo((int) LIFE.toSeconds()), this::askForBackfill);
        }
        live(LIFE);
        List<String> missed = calmDown();
        if (missed.isEmpty() && conditions.longBreak) {
            rest();
            live(LIFE.dividedBy(4));
            missed = calmDown();
        }
        List<String> violations = new ArrayList<>(sink.violations);
        violations.addAll(sweepSink.violations);
        violations.addAll(service.violations);
        violations.addAll(ahead);
        violations.addAll(missed);
        return violations;
    }

    private void live(Duration length) {
        setCalm(false);
        happen();
        process();
        if (conditions.twoNodes) {
            time.after(time.upTo(60), this::process);
        }
        time.runUntil(time.instant().plus(length));
    }

    private void setCalm(boolean now) {
        calm = now;
        service.calm = now;
        sink.calm = now;
        sweepSink.calm = now;
    }

    /** @return what the sinks do not have, though they had the time */
    private List<String> calmDown() {
        setCalm(true);
        Instant from = time.instant();
        List<String> missed;
        do {
            time.runUntil(
                    time.instant().equals(from)
                            ? from.plus(SHORTEST_CALM)
                            : time.instant().plus(INTERVAL));
            missed = missed();
            if (!conditions.kind.byTime()
                    && time.instant().equals(from.plus(LONGEST_WATCH).plus(oneByOne()))) {
                orders.numbers().forEach(this::checkWatched);
            }
        } while (!missed.isEmpty()
                && time.instant().isBefore(from.plus(LONGEST_CALM).plus(oneByOne())));
        return missed;
    }

    /** A route that takes one change at a time may have all of them to take first. */
    private Duration oneByOne() {
        long seconds = conditions.maxUnconfirmed == 1 ? (long) conditions.slowestExchange * conditions.orders : 0;
        return Duration.ofMinutes((seconds + 59) / 60);
    }

    /** An order that we hold as open is looked at, however rarely the rest is. */
    private void checkWatched(String number) {
        OrderState order = store.durable().find(STREAM, List.of(number)).get(number);
        boolean open = order != null && order.isWatched() && !number.equals(conditions.poison);
        orders.visible(number)
                .filter(version -> open && !isKnownAs(order, version))
                .ifPresent(version ->
                        ahead.add(number + " is " + version.state() + ", and nobody looks at it though it is open"));
    }

    /** Nothing runs, and a few things happen all the same. */
    private void rest() {
        over = true;
        nodes.forEach(SimulatedNode::die);
        Instant from = time.instant();
        for (int i = 0; i < 5; i++) {
            Instant when = from.plus(Duration.ofHours(1L + time.pick((int) BREAK.toHours() - 2)));
            time.at(when, () -> change("PO" + time.pick(conditions.orders), when));
        }
        time.runUntil(from.plus(BREAK));
        over = false;
    }

    /** Times on a grid, so that they meet the edges of windows. */
    private Duration tenSeconds(Duration most) {
        return Duration.ofSeconds(10L * time.pick((int) most.toSeconds() / 10));
    }

    private String someState() {
        return String.valueOf((char) ('A' + time.pick(3)));
    }

    private void change(String number, Instant when) {
        int latest = (int) SimulatedConditions.LATEST_SHOWN.toSeconds();
        orders.change(number, someState(), when, time.chance(0.3) ? time.upTo(latest) : Duration.ZERO);
    }

    private void happen() {
        if (!calm) {
            if (time.chance(0.1)) {
                changeSilently("PO" + time.pick(conditions.orders));
            }
            change("PO" + time.pick(conditions.hot), time.instant());
            if (time.chance(0.05)) {
                askForReplay("PO" + time.pick(conditions.orders));
            }
            time.after(time.upTo(30), this::happen);
        }
    }

    /** A change that moves no date: a sweep finds it, or somebody who asks for the order to be read. */
    private void changeSilently(String number) {
        orders.changeSilently(number, someState());
        if (conditions.sweeping != Sweeping.RECONCILING) {
            time.after(time.upTo(300), () -> store.durable().queue(STREAM, List.of(number), time.instant()));
        }
    }

    /** By a person's clock, which is nobody's. */
    private void askForReplay(String number) {
        Instant since = time.instant().plus(time.upTo(60)).minusSeconds(30);
        store.durable().replay(STREAM, List.of(number), since, "run-" + ++runs);
        OrderState known = store.durable().find(STREAM, List.of(number)).get(number);
        if (known != null && known.lastKnown() != null) {
            asked.put(number, time.instant());
        }
    }

    private void askForBackfill() {
        backfilled = true;
        Instant oldest = SimulatedTime.START.minus(SimulatedConditions.HISTORY).plus(conditions.skew);
        TimeWindow range = new TimeWindow(oldest.minusSeconds(1), time.instant());
        store.durable().backfill(STREAM, new Backfill(range, time.instant()));
    }

    /** A process: polls and perhaps sweeps, dies at some step or write, and is started again. */
    private void process() {
        SimulatedNode node = new SimulatedNode(time);
        if (!calm && time.chance(0.7)) {
            if (time.chance(0.5)) {
                node.writesLeft = 1 + time.pick(60);
            } else {
                node.stepsLeft = 1 + time.pick(1500);
            }
        }
        if (nodes.isEmpty() && firstDeath != null) {
            node.calm();
            firstDeath.accept(node);
        }
        if (conditions.twoNodes && !calm) {
            node.freezesSometimes();
            sink.undisturbed = false;
            sweepSink.undisturbed = false;
        }
        nodes.add(node);
        Turns turns = new Turns(conditions.share(), node);
        StatusSource source = service.source(node, turns);
        poll(node, source, new ServiceClock(node));
        if (conditions.sweeping != Sweeping.NONE) {
            sweep(node, source, off == SwitchedOff.R16 ? new Turns(conditions.share(), node) : turns);
        }
        watch(node);
    }

    private void watch(SimulatedNode node) {
        if (over) {
            return;
        }
        if (node.isDead()) {
            sink.undisturbed = false;
            sweepSink.undisturbed = false;
            time.after(time.upTo(60), this::process);
            return;
        }
        if (conditions.twoNodes && !calm && time.chance(0.05)) {
            node.freeze();
        }
        if (calm) {
            node.calm();
        }
        time.after(Duration.ofSeconds(5), () -> watch(node));
    }

    private void poll(SimulatedNode node, StatusSource source, ServiceClock clock) {
        Poll poll = new Poll(
                STREAM, settings(), source, store.of(node), sink.teller(node), node, clock, "node", off.rules());
        poll.start().whenComplete((report, error) -> node.after(INTERVAL, () -> poll(node, source, clock)));
    }

    private PollSettings settings() {
        boolean windows = conditions.kind != Kind.LISTS;
        boolean byTime = conditions.kind.byTime();
        Instant history = SimulatedTime.START.minus(SimulatedConditions.HISTORY);
        return new PollSettings(
                INTERVAL,
                conditions.start == Start.NOW ? StartFrom.parse("now") : new StartFrom(history, null),
                conditions.start == Start.HISTORY_TAKEN_IN ? InitialState.prime : InitialState.tell,
                SimulatedPlan.LOOKBACK,
                Duration.ofSeconds(30),
                windows ? conditions.retention : null,
                byTime ? conditions.retention : null,
                byTime ? null : WATCH_INTERVAL,
                conditions.slicesInFlight,
                conditions.maxUnconfirmed,
                CONFIRM_TIMEOUT,
                SimulatedStore.LEASE_LIFE);
    }

    private void sweep(SimulatedNode node, StatusSource source, Turns turns) {
        Sweep sweep = conditions.sweeping == Sweeping.RECONCILING
                ? new Reconciliation(STREAM, source::status, store.of(node), node)
                : new ChangeFilter(
                        SWEEP,
                        source::status,
                        store.of(node),
                        node,
                        "node",
                        SimulatedStore.LEASE_LIFE,
                        conditions.retention);
        new SimulatedSweep(time, service, node, turns, sweep, sweepSink.teller(node), off).begin();
    }

    /** Nothing is credited of which a version that was there when the reading began is neither told nor about to be. */
    private void checkCredit(Closing closing) {
        if (closing.lost()) {
            return;
        }
        Instant began = closing.evidence().began().minus(conditions.skew);
        for (String number : orders.numbers()) {
            Version version = orders.visible(number, time.instant());
            if (version != null
                    && !version.visibleAt().isAfter(began)
                    && isShownIn(closing.window(), version)
                    && !isKnown(number, version)) {
                ahead.add(number + " is credited with " + closing.window() + " as " + version.state()
                        + " and was not told");
            }
        }
    }

    private boolean isShownIn(TimeWindow window, Version version) {
        return conditions.kind.byTime()
                ? !version.silent() && window.contains(version.lastUpdated())
                : window.contains(version.created());
    }

    /** A log says only that there is an order. */
    private boolean isKnown(String number, Version version) {
        OrderState order =
                store.durable().find(STREAM, List.of(number)).getOrDefault(number, OrderState.unknown(number));
        if (order.lastKnown() == null || order.intent() != null) {
            return order.intent() != null;
        }
        return conditions.kind == Kind.LISTS_AND_LOG || isKnownAs(order, version);
    }

    private static boolean isKnownAs(OrderState order, Version version) {
        Knowledge known = order.lastKnown().knowledge();
        return known == null || known.summary().vendorStatus().equals(version.state());
    }

    private List<String> missed() {
        List<String> missed = new ArrayList<>();
        StreamState state = store.durable().load(STREAM, "updated");
        List<TimeWindow> lost = store.durable().closings(STREAM, "updated", Integer.MAX_VALUE).stream()
                .filter(Closing::lost)
                .map(Closing::window)
                .toList();
        for (String number : orders.numbers()) {
            orders.visible(number).ifPresent(version -> {
                if (lost.stream().noneMatch(window -> window.contains(version.lastUpdated()))
                        && !(sink.state(number) == null && isHistory(number, version, state))) {
                    compare(sink, number, version, missed);
                }
                if (conditions.sweeping == Sweeping.TELLING) {
                    compare(sweepSink, number, version, missed);
                }
            });
        }
        if (conditions.kind != Kind.LISTS && conditions.poison == null) {
            gaps(state, missed);
        }
        asked.forEach((number, when) -> {
            if (!number.equals(conditions.poison) && sink.toldAt(number).isBefore(when)) {
                missed.add(
                        number + " was to be told again at " + when + ", and was last told at " + sink.toldAt(number));
            }
        });
        return missed;
    }

    private void compare(SimulatedSink told, String number, Version version, List<String> missed) {
        if (!version.state().equals(told.state(number)) && !number.equals(conditions.poison)) {
            missed.add(number + " is " + version.state() + ", the sink " + (told == sweepSink ? "of the sweep " : "")
                    + "has " + told.state(number));
        }
    }

    /**
     * As it is now it was before the stream, which starts with what comes after. Lists do not say when an order changed:
     * what the first look shows is where it starts from.
     */
    private boolean isHistory(String number, Version version, StreamState state) {
        if (!conditions.historyIsSilent() || backfilled) {
            return false;
        }
        Instant start = state.startedAt().plus(conditions.skew).plus(SLACK);
        return conditions.kind.byTime()
                ? orders.was(number, version.state(), start)
                : version.created().isBefore(start) && isTakenIn(number, version);
    }

    private boolean isTakenIn(String number, Version version) {
        OrderState order = store.durable().find(STREAM, List.of(number)).get(number);
        return order != null && order.intent() == null && isKnownAs(order, version);
    }

    /**
     * The position moves on: all that was to be read is read, or known to be lost. Poison may hold it up, as long as
     * nothing else is told that shows that it is poison.
     */
    private void gaps(StreamState state, List<String> missed) {
        Instant late = service.now().minus(SHORTEST_CALM);
        Instant to = conditions.kind.byTime() ? late : SimulatedPlan.over(late);
        Intervals covered = state.coverage().covered();
        Intervals wanted = TimeWindow.between(state.startFrom(), to)
                .map(Intervals.NONE::plus)
                .orElse(Intervals.NONE);
        for (Backfill asked : store.durable().backfills(STREAM)) {
            wanted = wanted.plus(asked.window());
        }
        wanted.windows().stream().flatMap(window -> window.before(to).stream()).forEach(window -> covered.gaps(window)
                .forEach(gap -> missed.add("a gap stays: " + gap)));
    }
}
