/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders whose turn it is in this poll: open ones that are due for a look, those that somebody asked for, and those
 * that are to be told again. Most of them show up in other slices; the rest is read by id.
 */
final class DueOrders {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** Orders read by id in one poll: the rest waits for the next one. */
    private static final int MOST_DUE = 500;

    /** Replayed in one poll at most. */
    private static final int MOST_REPLAYS = 500;

    private static final int REPLAYS_AT_ONCE = 20;

    private static final int MOST_WATCHED = 5_000;
    /** A number that is not found for this long is gone. */
    private static final Duration GONE_AFTER = Duration.ofDays(1);

    /** An id may be known before the service shows the order: apis/partner-center-orders.md 14 says a quarter of an hour. */
    private static final Duration ASK_MISSING_AGAIN = Duration.ofMinutes(15);

    private final Parts parts;
    private final HeldStream stream;
    private final Set<String> due = new LinkedHashSet<>();
    /** Those of the due that somebody asked for: only a reading by id will do. */
    private final Set<String> queued = new HashSet<>();
    /** Open orders whose turn it is, or will be soon: a look at them in a list will do. */
    private final Set<String> watched = new LinkedHashSet<>();
    /** Told in this poll even if nothing changed: the run of each, by id. */
    private final Map<String, String> replays = new HashMap<>();

    private final Deque<String> notAsked = new ArrayDeque<>();
    private final Deque<String> replaysNotAsked = new ArrayDeque<>();
    /** When the first batch of replays was begun, null before. */
    private Instant replaysBegan;

    DueOrders(Parts parts, HeldStream stream) {
        this.parts = parts;
        this.stream = stream;
    }

    void find() {
        Instant now = parts.timeline().now();
        Duration watchInterval = parts.settings().watchInterval();
        parts.store().due(parts.stream(), now, MOST_DUE).forEach(order -> due.add(order.id()));
        notAsked.addAll(due);
        parts.store().replays(parts.stream(), MOST_REPLAYS).forEach(order -> {
            if (due.add(order.orderId())) {
                replaysNotAsked.add(order.orderId());
            }
            replays.put(order.orderId(), order.replay());
        });
        parts.store().queued(parts.stream(), due).forEach(order -> queued.add(order.orderId()));
        if (watchInterval != null) {
            Instant soon = now.plus(watchInterval.dividedBy(2));
            watched.addAll(parts.store().watched(parts.stream(), soon, MOST_WATCHED));
        }
    }

    List<String> watched() {
        return List.copyOf(watched);
    }

    /** The run that the order is to be told again for, null if it is told only with news. */
    String replay(String orderId) {
        return replays.get(orderId);
    }

    /**
     * Those that have not shown up, to be asked for when everything else is read and told. Those that are only to be told
     * again come last and a few at a time, as long as the next poll would not be due yet: what is live does not wait for
     * them.
     */
    List<Slice> notShown() {
        List<Slice> first = slices(notAsked, MOST_DUE);
        if (!first.isEmpty()) {
            return first;
        }
        Instant now = parts.timeline().now();
        replaysBegan = replaysBegan == null ? now : replaysBegan;
        return now.isBefore(replaysBegan.plus(parts.settings().interval()))
                ? slices(replaysNotAsked, REPLAYS_AT_ONCE)
                : List.of();
    }

    private List<Slice> slices(Deque<String> orderIds, int most) {
        List<Slice> slices = new ArrayList<>();
        while (slices.size() < most && !orderIds.isEmpty()) {
            String orderId = orderIds.remove();
            if (due.contains(orderId)) {
                slices.add(new Slice.Order(orderId));
            }
        }
        return slices;
    }

    /** Rows of a list that show an order as it was before: enough for what is watched, not for what was asked for. */
    void shownAsBefore(Collection<String> orderIds) {
        orderIds.stream()
                .filter(id -> watched.contains(id) && !queued.contains(id))
                .forEach(due::remove);
    }

    /**
     * Read, by id or in a window: the intents are written, of those that have news.
     *
     * @param isUnderWay whether the order is told in this poll: an answer that is too old tells nothing
     */
    void read(Collection<String> orderIds, Instant readingBegan, Predicate<String> isUnderWay) {
        Map<String, String> runs = new HashMap<>(replays);
        runs.keySet().retainAll(orderIds);
        runs.keySet().removeIf(isUnderWay.negate());
        replays.keySet().removeAll(runs.keySet());
        stream.replayed(runs);
        stream.dequeue(orderIds.stream().filter(due::remove).toList(), readingBegan);
    }

    /** R13: an order that stays unknown to the service for a day is gone. */
    void notFound(String orderId, Instant readingBegan) {
        OrderState known = known(orderId);
        Instant now = parts.timeline().now();
        Instant since = known.missingSince() == null ? now : known.missingSince();
        boolean gone = !since.plus(GONE_AFTER).isAfter(now);
        if (gone) {
            LOG.warn("{}: order {} was not found for {} and is given up as gone", parts.stream(), orderId, GONE_AFTER);
        }
        OrderState missing = known.missing(since, gone ? null : now.plus(ASK_MISSING_AGAIN), gone);
        stream.save(List.of(missing), 0);
        endReplay(orderId);
        stream.dequeue(List.of(orderId), readingBegan);
        due.remove(orderId);
    }

    /**
     * What is refused now is refused a minute later too: it must not keep the turn of the others. One that was only to be
     * told again is left out.
     */
    void refused(String orderId, Instant readingBegan, String reason) {
        Instant now = parts.timeline().now();
        if (replays.containsKey(orderId)) {
            LOG.warn("{}: order {} is not told again: {}", parts.stream(), orderId, reason);
            endReplay(orderId);
            stream.dequeue(List.of(orderId), readingBegan);
        } else if (queued.contains(orderId)) {
            parts.store().queue(parts.stream(), List.of(orderId), now);
        }
        OrderState known = known(orderId);
        if (known.isWatched()) {
            Instant next = now.plus(parts.settings().watchInterval());
            stream.save(List.of(known.checkAt(next)), 0);
        }
    }

    private void endReplay(String orderId) {
        String run = replays.remove(orderId);
        stream.replayed(run == null ? Map.of() : Map.of(orderId, run));
    }

    private OrderState known(String orderId) {
        return parts.store().find(parts.stream(), List.of(orderId)).getOrDefault(orderId, OrderState.unknown(orderId));
    }
}
