/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.TimeWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The orders of one stream in memory: what is known, queued and parked. */
final class MemoryOrders {

    private record Kept(OrderState order, Instant changedAt) {}

    private record Due(Instant since, OrderState order) {}

    private static final Comparator<Due> OLDEST_FIRST =
            Comparator.comparing(Due::since).thenComparing(due -> due.order().id());
    private static final Comparator<OrderState> OLDEST_PLACED_FIRST =
            Comparator.comparing(OrderState::created).thenComparing(OrderState::id);

    private final Map<String, Kept> known = new HashMap<>();
    /** Those with an intent or a check, so that asking for what is due need not look at every order. */
    private final Set<String> watched = new HashSet<>();

    private final Map<String, Instant> queued = new HashMap<>();
    private final Map<String, String> replays = new HashMap<>();
    private final Map<String, Parked> parked = new HashMap<>();

    Map<String, OrderState> find(Collection<String> numbers) {
        Map<String, OrderState> found = new LinkedHashMap<>();
        numbers.stream().filter(known::containsKey).forEach(number -> found.put(number, order(number)));
        return found;
    }

    List<OrderState> due(Instant now, int most) {
        Set<String> candidates = new HashSet<>(watched);
        candidates.addAll(queued.keySet());
        return candidates.stream()
                .flatMap(number -> due(number, now))
                .sorted(OLDEST_FIRST)
                .limit(most)
                .map(Due::order)
                .toList();
    }

    /** The order with the oldest of its reasons, or nothing if it has none. */
    private Stream<Due> due(String number, Instant now) {
        OrderState order = order(number);
        Instant told = order.hasOpenIntent() ? known.get(number).changedAt() : null;
        Instant check = order.nextCheck() == null || order.nextCheck().isAfter(now) ? null : order.nextCheck();
        return Stream.of(told, check, replays.containsKey(number) ? null : queued.get(number))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(since -> new Due(since, order))
                .stream();
    }

    /** Queued twice, an order stays until a reading that began after the later time. */
    void queue(Collection<String> numbers, Instant since) {
        numbers.forEach(number -> queued.merge(number, since, (a, b) -> a.isAfter(b) ? a : b));
    }

    void replay(Collection<String> numbers, Instant since, String run) {
        queue(numbers, since);
        numbers.forEach(number -> replays.put(number, run));
    }

    List<Queued> queued(Collection<String> numbers) {
        return numbers.stream()
                .filter(queued::containsKey)
                .map(number -> new Queued(number, queued.get(number), replays.get(number)))
                .toList();
    }

    List<Queued> replays(int most) {
        return replays.keySet().stream()
                .map(number -> new Queued(number, queued.get(number), replays.get(number)))
                .sorted(Comparator.comparing(Queued::since).thenComparing(Queued::orderId))
                .limit(most)
                .toList();
    }

    void replayed(Map<String, String> runs) {
        runs.forEach(replays::remove);
    }

    void dequeue(Collection<String> numbers, Instant readingBegan) {
        numbers.stream()
                .filter(number -> !replays.containsKey(number))
                .forEach(number ->
                        queued.computeIfPresent(number, (key, since) -> since.isBefore(readingBegan) ? null : since));
    }

    List<String> changed(TimeWindow when) {
        return known.values().stream()
                .filter(kept -> kept.order().lastKnown() != null && when.contains(kept.changedAt()))
                .sorted(Comparator.comparing(Kept::changedAt)
                        .thenComparing(kept -> kept.order().id()))
                .map(kept -> kept.order().id())
                .toList();
    }

    /** What an order was is forgotten, its counter is not. */
    void forget() {
        known.replaceAll((number, kept) -> new Kept(kept.order().forgotten(), kept.changedAt()));
        watched.clear();
        queued.clear();
        replays.clear();
        parked.clear();
    }

    List<String> open(TimeWindow created) {
        return known.values().stream()
                .map(Kept::order)
                .filter(order -> order.open() && order.created() != null && created.contains(order.created()))
                .sorted(OLDEST_PLACED_FIRST)
                .map(OrderState::id)
                .toList();
    }

    void save(List<OrderState> orders, Instant now) {
        orders.forEach(order -> save(order, now));
    }

    private void save(OrderState order, Instant now) {
        String number = order.id();
        Kept before = known.get(number);
        if (order.confirmsAfter(order(number))) {
            parked.remove(number);
        }
        boolean same = before != null && order.standsLike(before.order());
        known.put(number, new Kept(order, same ? before.changedAt() : now));
        if (order.hasOpenIntent() || order.nextCheck() != null) {
            watched.add(number);
        } else {
            watched.remove(number);
        }
    }

    List<String> watched(Instant until, int most) {
        return watched.stream()
                .map(this::order)
                .filter(order -> order.isWatched() && !order.nextCheck().isAfter(until))
                .sorted(Comparator.comparing(OrderState::nextCheck).thenComparing(OrderState::id))
                .limit(most)
                .map(OrderState::id)
                .toList();
    }

    void prune(Instant finishedBefore, Instant unshownSince) {
        known.values()
                .removeIf(kept ->
                        kept.changedAt().isBefore(unshownSince) && kept.order().isFinished());
        known.replaceAll((number, kept) ->
                kept.changedAt().isBefore(finishedBefore) && kept.order().isFinished()
                        ? new Kept(kept.order().pruned(), kept.changedAt())
                        : kept);
    }

    boolean unpark(String number) {
        return parked.remove(number) != null;
    }

    void park(List<Parked> entries) {
        entries.forEach(entry -> parked.put(entry.orderId(), entry));
    }

    List<Parked> parked() {
        return parked.values().stream()
                .sorted(Comparator.comparing(Parked::since).thenComparing(Parked::orderId))
                .toList();
    }

    private OrderState order(String number) {
        Kept kept = known.get(number);
        return kept == null ? OrderState.unknown(number) : kept.order();
    }
}
