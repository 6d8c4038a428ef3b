/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.Intervals;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Backfill;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person can ask of a stream while it is polled, from any process that shares its store: to show what it has read,
 * to tell again, to read a range, to compare, to forget. What is told is told by the stream's holder (R1), so most of it
 * is a request that the holder finds at its next poll, and that outlives a restart.
 */
public final class StreamOperations {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    private static final int MOST_CLOSINGS = 100_000;
    private static final Duration LEASE_LIFE = Duration.ofMinutes(1);

    private final StreamId stream;
    private final PollSettings settings;
    private final StatusSource source;
    private final PollState store;
    private final Timeline timeline;
    private final Function<String, Observed> decoder;

    /** @param decoder makes an order of a document that could not be read once; throws if it still cannot */
    public StreamOperations(
            StreamId stream,
            PollSettings settings,
            StatusSource source,
            PollState store,
            Timeline timeline,
            Function<String, Observed> decoder) {
        this.stream = stream;
        this.settings = settings;
        this.source = source;
        this.store = store;
        this.timeline = timeline;
        this.decoder = decoder;
    }

    /**
     * What was read, and what was not.
     *
     * @param last the last poll of this process, which knows why slices stayed open; null if there was none
     * @throws IllegalStateException if the stream was never polled
     */
    public CoverageReport coverage(PollReport last) {
        return coverage(last, MOST_CLOSINGS);
    }

    /** @param most how much of the evidence is wanted, newest first */
    public CoverageReport coverage(PollReport last, int most) {
        StreamState state = requireKnown();
        Instant now = timeline.now();
        List<Backfill> backfills = store.backfills(stream);
        return new CoverageReport(
                stream,
                source.coverageKey(),
                now,
                state,
                store.closings(stream, source.coverageKey(), most),
                gaps(state, backfills, now, last),
                backfills,
                store.replays(stream, Integer.MAX_VALUE),
                store.customers(stream),
                store.parked(stream));
    }

    /** What is not read, without the evidence of what is: for who asks often. */
    public List<CoverageReport.Gap> gaps(StreamState state, PollReport last) {
        return gaps(state, store.backfills(stream), timeline.now(), last);
    }

    private List<CoverageReport.Gap> gaps(StreamState state, List<Backfill> backfills, Instant now, PollReport last) {
        if (state.startFrom() == null || settings.retention() == null) {
            return List.of();
        }
        Intervals wanted = TimeWindow.between(state.startFrom(), now)
                .map(Intervals.NONE::plus)
                .orElse(Intervals.NONE);
        for (Backfill range : backfills) {
            wanted = wanted.plus(range.window());
        }
        return wanted.windows().stream()
                .flatMap(window -> state.coverage().covered().gaps(window).stream())
                .map(gap -> new CoverageReport.Gap(
                        gap, reason(gap, gap.to().equals(now), state, last), state.pausedUntil()))
                .toList();
    }

    private String reason(TimeWindow gap, boolean isNewest, StreamState state, PollReport last) {
        if (last != null) {
            for (OpenSlice open : last.openSlices()) {
                if (open.slice() instanceof Slice.Window window
                        && window.asked().intersect(gap).isPresent()) {
                    return open.reason();
                }
            }
        }
        if (state.pauseReason() != null) {
            return state.pauseReason();
        }
        return isNewest
                ? "the newest: read with every poll, and credited once it is older than " + settings.safetyLag()
                : "not read yet";
    }

    /**
     * The entries that were given up on, with the documents.
     *
     * @throws IllegalStateException if the stream was never polled
     */
    public List<Parked> parked() {
        requireKnown();
        return store.parked(stream);
    }

    /**
     * Has orders told again as they are then, whether they changed or not. One that the service does not know is left out.
     *
     * @return how many
     * @throws IllegalArgumentException if one of the ids cannot be any order's; nothing is replayed then
     */
    public int replay(Collection<String> orderIds, String run) {
        requirePolled();
        Set<String> ids = orderIds.stream().map(source::orderId).collect(Collectors.toCollection(TreeSet::new));
        store.replay(stream, ids, timeline.now(), run);
        return ids.size();
    }

    /**
     * The same for all orders of which the last change was told within the window, by our clock.
     *
     * @return how many
     */
    public int replay(TimeWindow told, String run) {
        List<String> changed = store.changed(stream, told);
        Map<String, OrderState> known = store.find(stream, changed);
        List<String> toldThen =
                changed.stream().filter(id -> known.get(id).sequence() > 0).toList();
        return replay(toldThen, run);
    }

    /**
     * The same for orders that were given up on: each is read anew, and tried as if it never had been. A document that could
     * not be read, and can be by now, names its order; one that still cannot stays on the list.
     *
     * @return how many
     */
    public int replayParked(String run) {
        Set<String> orders = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (Parked entry : store.parked(stream)) {
            if (isUnreadable(entry)) {
                decoded(entry).ifPresent(order -> {
                    orders.add(order);
                    read.add(entry.orderId());
                });
            } else {
                orders.add(entry.orderId());
            }
        }
        int replayed = replay(orders, run);
        read.forEach(entry -> store.unpark(stream, entry));
        return replayed;
    }

    private Optional<String> decoded(Parked entry) {
        try {
            return Optional.of(decoder.apply(entry.document()).status().id());
        } catch (IllegalArgumentException e) {
            LOG.debug("{}: entry {} still cannot be read: {}", stream, entry.orderId(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Takes an entry off the list that was given up on, and that no order can be read for. */
    public boolean dismiss(String parked) {
        return store.unpark(stream, parked);
    }

    private static boolean isUnreadable(Parked entry) {
        return entry.sequence() == 0;
    }

    /**
     * Has a range read that the stream would not read by itself, after what is live.
     *
     * @throws IllegalArgumentException if the service cannot show it
     */
    public Backfill backfill(TimeWindow window) {
        requirePolled();
        Instant now = timeline.now();
        if (settings.retention() == null) {
            throw new IllegalArgumentException("Stream " + stream + " cannot be backfilled: its service cannot be asked"
                    + " what changed in a range of time. It looks at every order by and by.");
        }
        requireShown("backfilled", window);
        if (window.to().isAfter(now)) {
            throw new IllegalArgumentException("Stream " + stream + " cannot be backfilled with " + window
                    + ", which ends in the future: allowed is up to " + now + ", which is now");
        }
        Backfill range = new Backfill(window, now);
        store.backfill(stream, range);
        return range;
    }

    /**
     * Reads a range again up to now, and besides the orders that were told within it, and compares. Tells nothing, writes
     * nothing.
     *
     * @throws IllegalArgumentException if the service cannot show it
     * @throws IllegalStateException if the stream was never polled
     */
    public CompletionStage<Verification> verify(TimeWindow asked) {
        requireKnown();
        Instant now = timeline.now();
        requireShown("verified", asked);
        TimeWindow window = asked.before(now)
                .orElseThrow(() -> new IllegalArgumentException("Stream " + stream + " cannot be verified in " + asked
                        + ", which lies in the future: allowed is up to " + now + ", which is now"));
        List<Slice> slices = new ArrayList<>(source.planRange(window, now));
        store.changed(stream, window).forEach(id -> slices.add(new Slice.Order(id)));
        return new Verifier(stream, source, store, timeline, window).verify(slices);
    }

    /** A sweep's own stream is not polled: nobody would do what is asked of its holder. */
    private void requirePolled() {
        if (requireKnown().startedAt() == null) {
            throw neverPolled();
        }
    }

    /** A misspelt account, or another store than the consumer's, is nobody's stream. */
    private StreamState requireKnown() {
        StreamState state = store.load(stream, source.coverageKey());
        if (state.startedAt() == null && state.confirmed() == 0) {
            throw neverPolled();
        }
        return state;
    }

    private IllegalStateException neverPolled() {
        return new IllegalStateException(
                "Stream " + stream + " was never polled in this state store, or it was forgotten"
                        + " and not polled since. Give account, subscription and stateStore as the consumer has them.");
    }

    private void requireShown(String what, TimeWindow window) {
        if (settings.retention() == null) {
            return;
        }
        Instant oldest = timeline.now().minus(settings.retention());
        if (window.from().isBefore(oldest)) {
            throw new IllegalArgumentException("Stream " + stream + " cannot be " + what + " with " + window
                    + ": allowed is from " + oldest + ", since the service shows "
                    + settings.retention().toDays() + " days");
        }
    }

    /**
     * Forgets all that is known of the stream: it starts again as if for the first time.
     *
     * @throws IllegalStateException if somebody polls it
     */
    public void forget(String node) {
        requireKnown();
        Lease lease = store.acquire(stream, node, LEASE_LIFE)
                .orElseThrow(() -> new IllegalStateException("Stream " + stream + " is being polled, so it was not"
                        + " forgotten. Stop or suspend its route, on every node, and ask again."));
        try {
            store.forget(lease);
        } finally {
            store.release(lease);
        }
    }
}
