/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.Intervals;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Backfill;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a stream starts, and what of its time is to be read. */
final class Planner {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** The first poll reads at least this much, so that bad credentials show at once. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    /** What the service stops showing while the first polls are under way is not begun with. */
    private static final Duration FIRST_POLLS = Duration.ofHours(1);

    private final Parts parts;
    private final HeldStream stream;

    Planner(Parts parts, HeldStream stream) {
        this.parts = parts;
        this.stream = stream;
    }

    /** R15: where the stream starts is fixed once, by our clock. */
    StreamState start(StreamState state) {
        if (state.startFrom() != null) {
            return state;
        }
        Instant now = parts.timeline().now();
        Instant wanted = parts.settings().startFrom().at(now);
        Instant latest = now.minus(FIRST_LOOK);
        Duration shown = parts.settings().shown();
        Instant oldest = shown == null ? Instant.MIN : now.minus(shown).plus(FIRST_POLLS);
        Instant from = later(wanted.isAfter(latest) ? latest : wanted, oldest);
        stream.start(from, now);
        if (wanted.isBefore(oldest)) {
            LOG.warn(
                    "{}: first start, from {} and not from {} as asked: the service shows only the last {} days",
                    parts.stream(),
                    from,
                    wanted,
                    shown.toDays());
        } else {
            LOG.info("{}: first start, reading what changed since {}", parts.stream(), from);
        }
        return parts.store().load(parts.stream(), parts.source().coverageKey());
    }

    /** @param watched open orders whose turn it is to be looked at again */
    List<Slice> plan(StreamState state, List<String> watched) {
        Instant now = parts.clock().now();
        boolean toNow = parts.plays(Rule.READ_TO_NOW_CREDIT_TO_HORIZON);
        List<TimeWindow> unsettled = parts.settings().retention() == null ? List.of() : unsettled(state, now, toNow);
        List<Slice> slices = parts.source()
                .plan(new PlanRequest(unsettled, watched, parts.store().customers(parts.stream()), now));
        return toNow ? slices : slices.stream().map(Planner::narrow).toList();
    }

    /** Once it is known which customers there are. */
    List<Slice> planCustomers() {
        return parts.source()
                .plan(new PlanRequest(
                        List.of(),
                        List.of(),
                        parts.store().customers(parts.stream()),
                        parts.clock().now()));
    }

    /** What people asked to be read besides and is not settled yet. What lies after the stream's start is read anyway. */
    List<TimeWindow> backfills(StreamState state) {
        if (parts.settings().retention() == null) {
            return List.of();
        }
        Instant now = parts.clock().now();
        Instant oldest = now.minus(parts.settings().retention());
        Intervals asked = Intervals.NONE;
        for (Backfill range : parts.store().backfills(parts.stream())) {
            asked = asked.plus(range.window());
        }
        asked.windows().stream()
                .flatMap(range -> range.before(oldest).stream())
                .flatMap(gone -> state.coverage().covered().gaps(gone).stream())
                .forEach(lost -> closeLost(lost, now));
        return asked.windows().stream()
                .flatMap(range -> range.since(oldest).stream())
                .flatMap(shown -> shown.before(state.startFrom()).stream())
                .flatMap(window -> state.coverage().unsettled(window).stream())
                .toList();
    }

    private List<TimeWindow> unsettled(StreamState state, Instant now, boolean toNow) {
        Instant from = later(
                parts.clock().earlierAt(state.startFrom()),
                now.minus(parts.settings().retention()));
        if (parts.settings().shown() != null && parts.plays(Rule.GAPS_END)) {
            closeLost(state, from, now);
        }
        Instant to = toNow ? now : now.minus(parts.settings().safetyLag());
        return TimeWindow.between(from, to).stream()
                .flatMap(window -> unsettled(state, window).stream())
                .toList();
    }

    private List<TimeWindow> unsettled(StreamState state, TimeWindow window) {
        return parts.plays(Rule.SETTLED_NOT_JUST_READ)
                ? state.coverage().unsettled(window)
                : state.coverage().covered().gaps(window);
    }

    private static Slice narrow(Slice slice) {
        return slice instanceof Slice.Window window && window.credited() != null
                ? new Slice.Window(window.credited(), window.credited())
                : slice;
    }

    /** R13: what the service cannot show any more is closed as lost, with an alarm, so that the gap ends. */
    private void closeLost(StreamState state, Instant oldest, Instant now) {
        TimeWindow.between(state.startFrom(), oldest).stream()
                .flatMap(gone -> state.coverage().covered().gaps(gone).stream())
                .forEach(lost -> closeLost(lost, now));
    }

    private void closeLost(TimeWindow lost, Instant now) {
        LOG.error(
                "{}: changes between {} and {} are lost: they were never read, and the service shows only the last {}"
                        + " days. Compare the orders of that time by hand.",
                parts.stream(),
                lost.from(),
                lost.to(),
                parts.settings().retention().toDays());
        Evidence none = new Evidence(stream.epoch(), now, parts.timeline().now(), 0, 0, 0, 0);
        stream.close(
                parts.source().coverageKey(), new Closing(lost, parts.settings().lookback(), true, none));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
