/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.Parked;
import io.postatus.core.state.StreamState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of the data, once the stream is ours: plan, read, detect, intend, emit, confirm, close. */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    private static final int MOST_REASONS = 100;

    private final Parts parts;
    private final HeldStream stream;
    private final Reader reader;
    private final Tellings tellings;
    private final Pruning pruning;
    private final Planner planner;
    private final BackfillTurns backfill;
    private final StreamState state;
    private final DueOrders due;
    private final Set<Slice> planned = new HashSet<>();
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
        this.backfill = new BackfillTurns(parts, stream, planner, state);
        this.state = state;
        this.stream = stream;
        this.due = new DueOrders(parts, stream);
        this.reader = new Reader(parts, stream, steps, this::take);
        ChangeDetector detector =
                new ChangeDetector(parts.stream(), parts.source()::status, () -> primedBefore(state), parts.rules());
        this.tellings = new Tellings(parts, stream, detector, state.confirmed(), steps, reader::readById, due::replay);
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
        due.find();
        read(planner.plan(state, due.watched()));
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
        if (hasNothingElseToDo()) {
            // Most of them showed up in another slice by now.
            reader.plan(due.notShown());
            reader.readOn();
        }
        if (hasNothingElseToDo()) {
            read(backfill.next());
            reader.readOn();
        }
    }

    private boolean hasNothingElseToDo() {
        return isThrough() && !stopped && stream.holds() && failure() == null;
    }

    /** Whether an exchange is under way. */
    boolean isTelling() {
        return tellings.isTelling();
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
        List<String> weighed = tellings.take(reading, marks.observe(page.orders()));
        due.read(weighed, reading.began(), tellings::isUnderWay);
        if (tellings.abandoned() == null && !page.mentions().isEmpty()) {
            if (backfill.reads(reading.slice) && parts.settings().initialState() == InitialState.tell) {
                tellings.tellUntold(page.mentions());
            }
            due.shownAsBefore(tellings.mentioned(reading, page.mentions(), marks, newSince()));
        }
        if (reading.slice instanceof Slice.Order order && page.orders().isEmpty() && reading.isReadToTheEnd()) {
            due.notFound(order.orderId(), reading.began());
        }
    }

    private Parked parked(Unreadable unreadable) {
        LOG.warn("{}: an entry cannot be read and is parked as it came: {}", parts.stream(), unreadable.cause());
        return new Parked(unreadable.name(), 0, parts.timeline().now(), 1, unreadable.cause(), unreadable.document());
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
            backfill.stayedOpen(reading.slice);
            if (openSlices.size() < MOST_REASONS) {
                openSlices.add(new OpenSlice(reading.slice, reading.failure()));
            }
            if (reading.refused && reading.slice instanceof Slice.Order order) {
                due.refused(order.orderId(), reading.began(), reading.failure());
            }
        }
        reading.waiting.forEach(waiting -> waiting.settle(reading.failure()));
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
