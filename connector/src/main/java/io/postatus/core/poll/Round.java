/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.Parked;
import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of the data, once the stream is ours: plan, read, detect, intend, emit, confirm, close. */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** Orders read by id in one poll: the rest waits for the next one. */
    private static final int MOST_DUE = 500;

    /** Replayed in one poll, after what is due. */
    private static final int MOST_REPLAYS = 500;

    private static final int MOST_WATCHED = 5_000;

    private static final int MOST_REASONS = 100;
    /** A number that is not found for this long is gone. */
    private static final Duration GONE_AFTER = Duration.ofDays(1);

    /** An id may be known before the service shows the order: apis/partner-center-orders.md 14 says a quarter of an hour. */
    private static final Duration ASK_MISSING_AGAIN = Duration.ofMinutes(15);

    private final Parts parts;
    private final HeldStream stream;
    private final Reader reader;
    private final Tellings tellings;
    private final Pruning pruning;
    private final Planner planner;
    private final BackfillTurns backfill;
    private final StreamState state;
    private final Set<Slice> planned = new HashSet<>();
    /** Orders that are to be read by id in this poll. */
    private final Set<String> due = new LinkedHashSet<>();
    /** Open orders whose turn it is, or will be soon: a look at them in a list will do. */
    private final Set<String> watched = new LinkedHashSet<>();

    /** Those of the due that somebody asked for: only a reading by id will do. */
    private final Set<String> queued = new HashSet<>();
    /** Orders that are to be told again in this poll even if nothing changed: the run of each, by id. */
    private final Map<String, String> replays = new HashMap<>();

    private boolean dueAsked;
    private boolean stopped;
    private int closed;
    private int open;
    private int pages;
    private int closedPages;
    private long orders;
    private final List<OpenSlice> openSlices = new ArrayList<>();

    Round(Parts parts, HeldStream stream, Planner planner, StreamState state, Consumer<Runnable> steps) {
        this.parts = parts;
        this.planner = planner;
        this.backfill = new BackfillTurns(parts, planner, state);
        this.state = state;
        this.stream = stream;
        this.reader = new Reader(parts, stream, steps, this::take);
        ChangeDetector detector =
                new ChangeDetector(parts.stream(), parts.source()::status, () -> primedBefore(state), parts.rules());
        this.tellings = new Tellings(parts, stream, detector, state.confirmed(), steps, reader::readById, replays);
        this.pruning = new Pruning(parts, stream, state.coverage());
    }

    /** The start was noted by our clock. If the service's clock is behind, less of what it shows is older. */
    private Instant primedBefore(StreamState state) {
        return parts.settings().initialState() == InitialState.prime
                ? parts.clock().earlierAt(state.startedAt())
                : null;
    }

    /** As for what is primed: not before an answer has shown how far the service's clock is behind. */
    private Instant newSince() {
        boolean prime = parts.settings().initialState() == InitialState.prime;
        return parts.clock().earlierAt(prime ? state.startedAt() : state.startFrom());
    }

    void plan() {
        Instant now = parts.timeline().now();
        Duration watchInterval = parts.settings().watchInterval();
        parts.store().due(parts.stream(), now, MOST_DUE).forEach(order -> due.add(order.id()));
        parts.store().replays(parts.stream(), MOST_REPLAYS).forEach(order -> {
            due.add(order.orderId());
            replays.put(order.orderId(), order.replay());
        });
        parts.store().queued(parts.stream(), due).forEach(order -> queued.add(order.orderId()));
        if (watchInterval != null) {
            Instant soon = now.plus(watchInterval.dividedBy(2));
            watched.addAll(parts.store().watched(parts.stream(), soon, MOST_WATCHED));
        }
        read(planner.plan(state, List.copyOf(watched)));
    }

    private void read(List<Slice> slices) {
        reader.plan(slices.stream().filter(planned::add).toList());
    }

    /** Whatever can go on goes on. */
    void advance() {
        tellings.confirm();
        if (tellings.abandoned() != null) {
            reader.abandon(tellings.abandoned());
        }
        closeSettled();
        if (tellings.hasRoom()) {
            reader.readOn();
        }
        tellings.tellOn();
        if (hasNothingElseToDo() && !due.isEmpty() && !dueAsked) {
            readDue();
        }
        if (hasNothingElseToDo()) {
            backfill.next().ifPresent(piece -> {
                read(List.of(piece));
                reader.readOn();
            });
        }
    }

    private boolean hasNothingElseToDo() {
        return isThrough() && !stopped && stream.holds() && failure() == null;
    }

    /** Orders that are due by id come last: most of them showed up in another slice by then. */
    private void readDue() {
        dueAsked = true;
        reader.plan(due.stream().<Slice>map(Slice.Order::new).toList());
        reader.readOn();
    }

    /** A round that was stopped waits for the route, not for the service. */
    boolean isThrough() {
        return (reader.isDone() || stopped) && tellings.isDone();
    }

    private void take(SliceReading reading, Page page, Marks marks) {
        pages++;
        orders += page.orders().size() + page.mentions().size();
        reading.parked += page.unreadable().size();
        stream.park(page.unreadable().stream().map(this::parked).toList(), List.of());
        satisfied(reading, tellings.take(reading, marks.observe(page.orders())));
        if (tellings.abandoned() == null && !page.mentions().isEmpty()) {
            tellings.mentioned(reading, page.mentions(), marks, newSince()).stream()
                    .filter(id -> watched.contains(id) && !queued.contains(id))
                    .forEach(due::remove);
        }
        if (reading.slice instanceof Slice.Order order && page.orders().isEmpty() && reading.isReadToTheEnd()) {
            missing(order.orderId(), reading.began());
        }
    }

    /** An order that was to be read by id was read, by id or in a window: its intent is written, if it has news. */
    private void satisfied(SliceReading reading, List<String> weighed) {
        Map<String, String> runs = new HashMap<>(replays);
        runs.keySet().retainAll(weighed);
        runs.keySet().removeIf(id -> !tellings.isUnderWay(id)); // an answer that is too old tells nothing
        replays.keySet().removeAll(runs.keySet());
        stream.replayed(runs);
        stream.dequeue(weighed.stream().filter(due::remove).toList(), reading.began());
    }

    private Parked parked(Unreadable unreadable) {
        LOG.warn("{}: an entry cannot be read and is parked as it came: {}", parts.stream(), unreadable.cause());
        return new Parked(unreadable.name(), 0, parts.timeline().now(), 1, unreadable.cause(), unreadable.document());
    }

    /** R13: a number that stays unknown to the service for a day is gone. */
    private void missing(String number, Instant readingBegan) {
        OrderState known =
                parts.store().find(parts.stream(), List.of(number)).getOrDefault(number, OrderState.unknown(number));
        Instant now = parts.timeline().now();
        Instant since = known.missingSince() == null ? now : known.missingSince();
        boolean gone = !since.plus(GONE_AFTER).isAfter(now);
        if (gone) {
            LOG.warn("{}: order {} was not found for {} and is given up as gone", parts.stream(), number, GONE_AFTER);
        }
        OrderState missing = known.missing(since, gone ? null : now.plus(ASK_MISSING_AGAIN), gone);
        stream.save(List.of(missing), 0);
        String run = replays.remove(number);
        stream.replayed(run == null ? Map.of() : Map.of(number, run));
        stream.dequeue(List.of(number), readingBegan);
        due.remove(number);
    }

    private void closeSettled() {
        for (List<SliceReading> settled = reader.settled(); !settled.isEmpty(); settled = reader.settled()) {
            settled.forEach(this::close);
        }
    }

    private void close(SliceReading reading) {
        boolean complete = reading.failure() == null && reading.isReadToTheEnd();
        if (complete || !parts.plays(Rule.FAILURE_STAYS_LOCAL)) {
            credit(reading);
            closed++;
            closedPages += reading.pages;
        } else {
            open++;
            if (openSlices.size() < MOST_REASONS) {
                openSlices.add(new OpenSlice(reading.slice, reading.failure()));
            }
            if (reading.refused && reading.slice instanceof Slice.Order order) {
                defer(order.orderId());
            }
        }
        reading.waiting.forEach(waiting -> waiting.settle(reading.failure()));
    }

    /** What is refused now is refused a minute later too: it must not keep the turn of the others. */
    private void defer(String orderId) {
        if (queued.contains(orderId)) {
            parts.store()
                    .queue(parts.stream(), List.of(orderId), parts.timeline().now());
        }
        OrderState known =
                parts.store().find(parts.stream(), List.of(orderId)).getOrDefault(orderId, OrderState.unknown(orderId));
        if (known.isWatched()) {
            Instant next = parts.timeline().now().plus(parts.settings().watchInterval());
            stream.save(List.of(known.checkAt(next)), 0);
        }
    }

    private void credit(SliceReading reading) {
        if (reading.slice instanceof Slice.Window window && window.credited() != null) {
            credit(window.credited(), reading);
        } else if (reading.slice instanceof Slice.Customer customer) {
            stream.looked(customer.customerId(), reading.began());
        } else if (reading.slice instanceof Slice.CustomerList) {
            stream.listed(reading.customers, reading.began());
            read(planner.planCustomers());
        }
    }

    /** R6: read up to now, credited up to the horizon. */
    private void credit(TimeWindow window, SliceReading reading) {
        Instant horizon = parts.plays(Rule.READ_TO_NOW_CREDIT_TO_HORIZON)
                ? reading.began().minus(parts.settings().safetyLag())
                : window.to();
        window.before(horizon).ifPresent(credited -> {
            Evidence evidence =
                    reading.evidence(stream.epoch(), parts.timeline().now());
            stream.close(
                    parts.source().coverageKey(),
                    new Closing(credited, parts.settings().lookback(), false, evidence));
            pruning.credited(credited);
        });
    }

    /** All that was planned was tried: what is not needed any more may be forgotten. */
    void done() {
        pruning.prune();
    }

    /** Sends and tells nothing further. */
    void stop(String reason) {
        stopped = true;
        reader.stop(reason);
        tellings.abandon(reason);
    }

    /** Watches no longer. */
    void end() {
        tellings.close();
    }

    /** What made service or route fail as a whole, null if nothing did. */
    Throwable failure() {
        if (reader.failure() != null) {
            return reader.failure();
        }
        return tellings.routeFailure() == null
                ? null
                : new RouteFailedException(parts.stream(), tellings.routeFailure());
    }

    /** How far the round has come. */
    PollReport report(Instant began) {
        return new PollReport(
                parts.stream(),
                began,
                parts.timeline().now(),
                null,
                reader.slices,
                closed,
                open,
                pages,
                closedPages,
                orders,
                tellings.told(),
                tellings.confirmed(),
                tellings.parked(),
                List.copyOf(openSlices),
                null,
                null);
    }
}
