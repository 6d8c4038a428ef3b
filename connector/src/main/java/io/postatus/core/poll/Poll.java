/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.FencedException;
import io.postatus.core.state.Lease;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.Parked;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one stream: lease, plan, read, detect, intend, emit, confirm, close. It runs as steps on a strand, each
 * followed by {@link #advance()}; between steps nothing of it holds a thread.
 */
public final class Poll {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** Orders read by number in one poll: the rest waits for the next one. */
    private static final int MOST_DUE = 500;

    private static final int MOST_REASONS = 5;
    /** A number that is not found for this long is gone. */
    private static final Duration GONE_AFTER = Duration.ofDays(1);

    private static final Duration ASK_MISSING_AGAIN = Duration.ofHours(1);
    /** The first poll reads at least this much, so that bad credentials show at once. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final StreamId stream;
    private final PollSettings settings;
    private final StatusSource source;
    private final PollState store;
    private final Teller teller;
    private final Timeline timeline;
    private final ServiceClock clock;
    private final String node;
    private final Set<Rule> rules;

    private final Strand strand;
    private final CompletableFuture<PollReport> ending = new CompletableFuture<>();
    private volatile PollReport progress;
    private String stopReason;
    private Lease lease;
    private LeaseGuard guard;
    private StreamState streamState;
    private Reader reader;
    private Tellings tellings;
    private Timeline.Alarm renewal = () -> {};
    private Throwable failure;
    private int planned;
    private int closed;
    private int open;
    private int pages;
    private long orders;
    private final List<String> openSlices = new ArrayList<>();
    /** Orders that are to be read by number in this poll. */
    private final Set<String> due = new LinkedHashSet<>();

    private boolean dueAsked;

    public Poll(
            StreamId stream,
            PollSettings settings,
            StatusSource source,
            PollState store,
            Teller teller,
            Timeline timeline,
            ServiceClock clock,
            String node) {
        this(stream, settings, source, store, teller, timeline, clock, node, Rule.ALL);
    }

    Poll(
            StreamId stream,
            PollSettings settings,
            StatusSource source,
            PollState store,
            Teller teller,
            Timeline timeline,
            ServiceClock clock,
            String node,
            Set<Rule> rules) {
        this.stream = stream;
        this.settings = settings;
        this.source = source;
        this.store = store;
        this.teller = teller;
        this.timeline = timeline;
        this.clock = clock;
        this.node = node;
        this.rules = rules;
        this.strand = new Strand(timeline);
        this.progress = report(null, null);
    }

    /** Starts the poll and returns at once. The report comes when all exchanges have ended and the lease is given back. */
    public CompletionStage<PollReport> start() {
        step(this::begin);
        return ending;
    }

    /**
     * Sends and tells nothing further. The poll ends once the exchanges that are under way have; answers that are still to
     * come, or turns in the rate budget, are not waited for.
     */
    public void stop(String reason) {
        step(() -> {
            stopReason = reason;
            withdraw(reason);
        });
    }

    /** Completes when the poll has ended. */
    public CompletionStage<PollReport> ended() {
        return ending;
    }

    /** How far the poll has come. */
    public PollReport progress() {
        return progress;
    }

    // ---- the way of the data -------------------------------------------------------------------------------------

    private void begin() {
        String owner = node + "-" + UUID.randomUUID();
        long askedNanos = timeline.nanos();
        Instant askedAt = timeline.now();
        Optional<Lease> taken = store.acquire(stream, owner, settings.leaseLife());
        if (taken.isEmpty()) {
            end(PollReport.Ended.NOT_OURS);
            return;
        }
        lease = taken.get();
        guard = new LeaseGuard(
                timeline, lease, askedNanos, askedAt, settings.leaseLife(), rules.contains(Rule.FENCING));
        renewLater();
        streamState = store.load(stream, source.coverageKey());
        if (streamState.pausedUntil() != null && timeline.now().isBefore(streamState.pausedUntil())) {
            failure = new IllegalStateException("Stream " + stream + " is paused until " + streamState.pausedUntil()
                    + ", since its last polls failed: " + streamState.pauseReason());
            end(PollReport.Ended.PAUSED);
            return;
        }
        start(clock.now());
        plan(clock.now());
    }

    /** R15: where the stream starts is fixed once. */
    private void start(Instant now) {
        if (streamState.startFrom() == null) {
            Instant wanted = settings.startFrom().at(now);
            Instant latest = now.minus(FIRST_LOOK);
            Instant from = later(wanted.isAfter(latest) ? latest : wanted, now.minus(settings.retention()));
            store.start(lease, from, timeline.now());
            streamState = store.load(stream, source.coverageKey());
            LOG.info("{}: first start, reading what changed since {}", stream, from);
        }
        Instant primedBefore = settings.initialState() == InitialState.prime ? streamState.startedAt() : null;
        ChangeDetector detector = new ChangeDetector(stream, source::status, primedBefore, rules);
        reader = new Reader(source, clock, timeline, guard, lease, settings.slicesInFlight(), this::step, this::take);
        tellings = new Tellings(
                store,
                lease,
                guard,
                timeline,
                detector,
                teller,
                settings,
                rules,
                streamState.confirmed(),
                this::step,
                reader::readAgain);
    }

    private void plan(Instant now) {
        Instant from = later(streamState.startFrom(), now.minus(settings.retention()));
        closeLost(from, now);
        Instant to = rules.contains(Rule.READ_TO_NOW_CREDIT_TO_HORIZON) ? now : now.minus(settings.safetyLag());
        List<TimeWindow> unsettled = TimeWindow.between(from, to).stream()
                .flatMap(window -> unsettled(window).stream())
                .toList();
        store.due(stream, timeline.now(), MOST_DUE).forEach(order -> due.add(order.purchaseOrderNumber()));
        List<Slice> slices = source.plan(new PlanRequest(unsettled, now));
        planned = slices.size();
        reader.plan(rules.contains(Rule.READ_TO_NOW_CREDIT_TO_HORIZON) ? slices : narrow(slices));
    }

    private List<TimeWindow> unsettled(TimeWindow window) {
        return rules.contains(Rule.SETTLED_NOT_JUST_READ)
                ? streamState.coverage().unsettled(window)
                : streamState.coverage().covered().gaps(window);
    }

    private static List<Slice> narrow(List<Slice> slices) {
        return slices.stream()
                .map(slice -> slice instanceof Slice.Window window
                        ? new Slice.Window(window.credited(), window.credited())
                        : slice)
                .toList();
    }

    /** R13: what the service cannot show any more is closed as lost, with an alarm, so that the gap ends. */
    private void closeLost(Instant oldest, Instant now) {
        TimeWindow.between(streamState.startFrom(), oldest).stream()
                .flatMap(gone -> streamState.coverage().covered().gaps(gone).stream())
                .forEach(lost -> {
                    LOG.error(
                            "{}: changes between {} and {} are lost: they were never read, and the service shows "
                                    + "only the last {}. Compare the orders of that time by hand.",
                            stream,
                            lost.from(),
                            lost.to(),
                            settings.retention());
                    store.close(
                            lease,
                            source.coverageKey(),
                            new Closing(
                                    lost,
                                    settings.lookback(),
                                    true,
                                    new Evidence(lease.epoch(), now, timeline.now(), 0, 0, 0, 0)));
                });
    }

    private void take(SliceReading reading, Page page, List<Observation> observations) {
        pages++;
        orders += observations.size();
        if (!page.unreadable().isEmpty()) {
            guard.checkHeld();
            reading.parked += page.unreadable().size();
            store.park(lease, page.unreadable().stream().map(this::parked).toList(), List.of());
        }
        tellings.take(reading, observations);
        satisfied(reading, observations);
        if (reading.slice instanceof Slice.Order order && observations.isEmpty() && reading.isReadToTheEnd()) {
            missing(order.purchaseOrderNumber());
        }
    }

    /** An order that was to be read by number was read, by number or in a window: its intent is written, if it has news. */
    private void satisfied(SliceReading reading, List<Observation> observations) {
        List<String> seen = observations.stream()
                .map(Observation::purchaseOrderNumber)
                .filter(due::remove)
                .toList();
        if (!seen.isEmpty()) {
            guard.checkHeld();
            store.dequeue(lease, seen, reading.began());
        }
    }

    private Parked parked(Unreadable unreadable) {
        LOG.warn("{}: an entry cannot be read and is parked as it came: {}", stream, unreadable.cause());
        String name = "unreadable-" + Integer.toHexString(unreadable.document().hashCode());
        return new Parked(name, 0, timeline.now(), 1, unreadable.cause(), unreadable.document());
    }

    /** R13: a number that stays unknown to the service for a day is gone. */
    private void missing(String purchaseOrderNumber) {
        OrderState known = store.find(stream, List.of(purchaseOrderNumber)).get(purchaseOrderNumber);
        if (known == null) {
            return;
        }
        Instant now = timeline.now();
        Instant since = known.missingSince() == null ? now : known.missingSince();
        boolean gone = !since.plus(GONE_AFTER).isAfter(now);
        if (gone) {
            LOG.warn(
                    "{}: order {} was not found for {} and is given up as gone",
                    stream,
                    purchaseOrderNumber,
                    GONE_AFTER);
        }
        guard.checkHeld();
        store.save(lease, List.of(known.missing(since, gone ? null : now.plus(ASK_MISSING_AGAIN), gone)), 0);
        store.dequeue(lease, List.of(purchaseOrderNumber), now);
        due.remove(purchaseOrderNumber);
    }

    /** What every step ends with: whatever can go on goes on. */
    private void advance() {
        tellings.confirm();
        closeSettled();
        if (tellings.abandoned() != null) {
            reader.abandon(tellings.abandoned());
        } else if (tellings.hasRoom()) {
            reader.readOn();
        }
        tellings.tellOn();
        progress = report(null, null);
        if ((reader.isDone() || stopReason != null) && tellings.isDone()) {
            if (due.isEmpty() || dueAsked || !guard.holds() || verdict() != PollReport.Ended.DONE) {
                end(verdict());
            } else {
                readDue();
            }
        }
    }

    /** Orders that are due by number come last: most of them showed up in a window by then. */
    private void readDue() {
        dueAsked = true;
        planned += due.size();
        reader.plan(due.stream().<Slice>map(Slice.Order::new).toList());
        reader.readOn();
    }

    private void closeSettled() {
        for (List<SliceReading> settled = reader.settled(); !settled.isEmpty(); settled = reader.settled()) {
            settled.forEach(this::close);
        }
    }

    private void close(SliceReading reading) {
        if (reading.failure() == null || !rules.contains(Rule.FAILURE_STAYS_LOCAL)) {
            if (reading.slice instanceof Slice.Window window) {
                guard.checkHeld();
                credit(window, reading);
            }
            closed++;
        } else {
            open++;
            if (openSlices.size() < MOST_REASONS) {
                openSlices.add(reading.slice.name() + ": " + reading.failure());
            }
        }
        reading.waiting.forEach(waiting -> waiting.settle(reading.failure()));
    }

    /** R6: read up to now, credited up to the horizon. */
    private void credit(Slice.Window window, SliceReading reading) {
        Instant horizon = rules.contains(Rule.READ_TO_NOW_CREDIT_TO_HORIZON)
                ? reading.began().minus(settings.safetyLag())
                : window.credited().to();
        window.credited().before(horizon).ifPresent(credited -> {
            Evidence evidence = new Evidence(
                    lease.epoch(),
                    reading.began(),
                    timeline.now(),
                    reading.pages,
                    reading.orders,
                    reading.told,
                    reading.parked);
            store.close(lease, source.coverageKey(), new Closing(credited, settings.lookback(), false, evidence));
        });
    }

    // ---- the life of a poll --------------------------------------------------------------------------------------

    /** Runs one step on the strand, and then whatever can go on. Once the poll has ended, its threads may have too. */
    private void step(Runnable step) {
        if (ending.isDone()) {
            return;
        }
        strand.execute(() -> {
            if (ending.isDone()) {
                return;
            }
            try {
                step.run();
                if (!ending.isDone()) {
                    if (guard != null && guard.lost()) {
                        end(PollReport.Ended.LEASE_LOST);
                    } else {
                        advance();
                    }
                }
            } catch (FencedException e) {
                LOG.warn("{}: {}", stream, e.getMessage());
                end(PollReport.Ended.LEASE_LOST);
            } catch (RuntimeException | Error e) {
                failure = e;
                end(PollReport.Ended.FAILED);
            }
        });
    }

    private void renewLater() {
        renewal = timeline.after(
                settings.leaseLife().dividedBy(3),
                () -> step(() -> {
                    long askedNanos = timeline.nanos();
                    Instant askedAt = timeline.now();
                    if (!guard.lost() && store.renew(lease, settings.leaseLife())) {
                        guard.renewed(askedNanos, askedAt, settings.leaseLife());
                        renewLater();
                    } else {
                        end(PollReport.Ended.LEASE_LOST);
                    }
                }));
    }

    private void withdraw(String reason) {
        if (guard == null) {
            end(PollReport.Ended.STOPPED);
            return;
        }
        guard.withdraw(reason);
        if (reader != null) {
            reader.abandon(reason);
            tellings.abandon(reason);
        }
    }

    private PollReport.Ended verdict() {
        if (stopReason != null) {
            return PollReport.Ended.STOPPED;
        }
        failure = reader.failure();
        if (failure == null && tellings.routeFailure() != null) {
            failure = new RouteFailedException(stream, tellings.routeFailure());
        }
        return failure == null ? PollReport.Ended.DONE : PollReport.Ended.FAILED;
    }

    private void end(PollReport.Ended how) {
        renewal.cancel();
        if (tellings != null) {
            tellings.end();
        }
        if (guard != null) {
            guard.withdraw("the poll has ended");
        }
        Instant pausedUntil = null;
        try {
            if (lease != null && how != PollReport.Ended.LEASE_LOST) {
                pausedUntil = pause(how);
                store.release(lease);
            }
        } catch (RuntimeException | Error e) {
            failure = failure == null ? e : failure;
        }
        progress = report(how, pausedUntil);
        ending.complete(progress);
    }

    private Instant pause(PollReport.Ended how) {
        int before = streamState == null ? 0 : streamState.failures();
        if (how == PollReport.Ended.FAILED) {
            Instant until = timeline.now().plus(settings.pauseAfter(before + 1));
            store.pause(lease, before + 1, until, String.valueOf(failure.getMessage()));
            return until;
        }
        if (how == PollReport.Ended.DONE && before > 0) {
            store.pause(lease, 0, null, null);
        }
        return how == PollReport.Ended.PAUSED ? streamState.pausedUntil() : null;
    }

    private PollReport report(PollReport.Ended how, Instant pausedUntil) {
        return new PollReport(
                stream,
                how,
                planned,
                closed,
                open,
                pages,
                orders,
                tellings == null ? 0 : tellings.told,
                tellings == null ? 0 : tellings.confirmed,
                tellings == null ? 0 : tellings.parked,
                List.copyOf(openSlices),
                failure,
                pausedUntil);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
