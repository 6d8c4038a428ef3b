/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Detect, intend, emit, confirm: what happens to observations. All of it runs on the poll's strand, except the route. */
final class Tellings {
    private static final int SAVE_AT = 100;
    private static final Duration SAVE_AFTER = Duration.ofSeconds(1);
    /** After so many failed exchanges without a good one in between the route is down, and telling on is no use. */
    private static final int FAILURES_IN_A_ROW = 10;
    /** In place of a run's name, which no event bears: what was never told is told as first seen. */
    private static final String BACKFILL = "backfill";

    private final Parts parts;
    private final HeldStream stream;
    private final ChangeDetector detector;
    private final Handover handover;
    private final Confirmations confirmations;
    private final Consumer<Runnable> steps;
    private final BiConsumer<String, List<SliceReading>> readById;
    private final Function<String, String> runOf;

    private final Map<String, Telling> byOrder = new HashMap<>();
    /** Orders that are told even as they were taken in: somebody asked for the time that they are of. */
    private final Set<String> wanted = new HashSet<>();

    private final List<Telling> resolved = new ArrayList<>();
    private boolean saveDue;
    private boolean alarmSet;
    private int failuresInARow;
    private String routeFailure;
    private String abandoned;

    /**
     * @param confirmedEver changes that the stream has ever confirmed
     * @param runOf the run that an order is to be told for even if nothing changed, by id; null for no run
     */
    Tellings(
            Parts parts,
            HeldStream stream,
            ChangeDetector detector,
            long confirmedEver,
            Consumer<Runnable> steps,
            BiConsumer<String, List<SliceReading>> readById,
            Function<String, String> runOf) {
        this.parts = parts;
        this.stream = stream;
        this.detector = detector;
        this.confirmations = new Confirmations(parts, stream, confirmedEver);
        this.steps = steps;
        this.readById = readById;
        this.runOf = runOf;
        Teller route =
                parts.plays(Rule.CONFIRMED_MEANS_COMPLETED) ? parts.teller() : confirmingWhatIsTaken(parts.teller());
        this.handover = new Handover(
                route, parts.timeline(), parts.settings().confirmTimeout(), steps, this::resolve, this::routeIsDown);
    }

    private static Teller confirmingWhatIsTaken(Teller teller) {
        return (change, receipt) -> teller.tell(change, new Teller.Receipt() {
            @Override
            public void taken() {
                receipt.completed(Teller.Outcome.CONFIRMED);
                receipt.taken();
            }

            @Override
            public void completed(Teller.Outcome outcome) {
                receipt.completed(outcome);
            }
        });
    }

    /** Whether another page may be read: changes that wait for their exchanges are held in memory. */
    boolean hasRoom() {
        return byOrder.size() < parts.settings().maxUnconfirmed();
    }

    /**
     * Detects the changes of a page and writes their intents, in one transaction, before any of them is told.
     *
     * @return the orders whose news, if any, is written
     */
    List<String> take(SliceReading reading, List<Observation> observations) {
        if (abandoned != null) {
            reading.fail(abandoned);
            return List.of();
        }
        List<Observation> free = new ArrayList<>();
        for (Observation observation : observations) {
            reading.owe();
            Telling underWay = byOrder.get(observation.orderId());
            if (underWay == null) {
                free.add(observation);
            } else {
                underWay.await(observation, reading);
            }
        }
        Map<String, OrderState> known = parts.store()
                .find(parts.stream(), free.stream().map(Observation::orderId).toList());
        Map<String, OrderState> toSave = new LinkedHashMap<>();
        List<String> weighed = new ArrayList<>();
        for (Observation observation : free) {
            String number = observation.orderId();
            Telling sameInThisPage = byOrder.get(number);
            if (sameInThisPage == null) {
                OrderState before = known.getOrDefault(number, OrderState.unknown(number));
                OrderState state = toSave.getOrDefault(number, before);
                if (weigh(state, observation, List.of(reading), toSave)) {
                    weighed.add(number);
                }
            } else {
                sameInThisPage.await(observation, reading);
            }
        }
        stream.save(toSave.values(), 0);
        return weighed;
    }

    /** @return false if the order has to be read again first */
    private boolean weigh(
            OrderState known, Observation observation, List<SliceReading> readings, Map<String, OrderState> toSave) {
        String run = isUntold(known) ? BACKFILL : runOf.apply(observation.orderId());
        Finding finding = detector.weigh(known, observation, run);
        if (finding instanceof Finding.News news) {
            Telling telling = new Telling(news, readings);
            byOrder.put(observation.orderId(), telling);
            handover.add(telling);
            toSave.put(telling.orderId(), news.intended());
        } else if (finding instanceof Finding.Stale || finding instanceof Finding.Outdated && !isById(readings)) {
            readById.accept(observation.orderId(), readings);
            return false;
        } else {
            if (finding instanceof Finding.TakeIn takeIn) {
                toSave.put(observation.orderId(), parts.watched(takeIn.taken()));
            }
            readings.forEach(reading -> reading.settle(null));
        }
        return true;
    }

    /**
     * Has the orders read by id that are mentioned and may have news.
     *
     * @param newSince orders placed before this are no news when a list first shows them
     * @return the ids of those that a row shows as they were before
     */
    List<String> mentioned(SliceReading reading, List<Mention> mentions, Marks marks, Instant newSince) {
        Map<String, OrderState> known = parts.store()
                .find(parts.stream(), mentions.stream().map(Mention::orderId).toList());
        Map<String, OrderState> toSave = new LinkedHashMap<>();
        List<String> same = new ArrayList<>();
        for (Mention mention : mentions) {
            String id = mention.orderId();
            Finding finding = byOrder.containsKey(id)
                    ? new Finding.Hint()
                    : weigh(known.getOrDefault(id, OrderState.unknown(id)), mention, marks, newSince);
            if (finding instanceof Finding.Hint) {
                reading.owe();
                readById.accept(id, List.of(reading));
            } else if (mention instanceof Mention.Row) {
                same.add(id);
            }
            if (finding instanceof Finding.TakeIn takeIn) {
                toSave.put(id, parts.watched(takeIn.taken()));
            }
        }
        stream.save(toSave.values(), 0);
        return same;
    }

    /** From now on tells the orders mentioned even if they were taken in silently. */
    void tellUntold(List<Mention> mentions) {
        mentions.forEach(mention -> wanted.add(mention.orderId()));
    }

    private boolean isUntold(OrderState known) {
        return wanted.contains(known.id()) && known.sequence() == 0 && known.lastKnown() != null;
    }

    private Finding weigh(OrderState known, Mention mention, Marks marks, Instant newSince) {
        if (isUntold(known)) {
            return new Finding.Hint();
        }
        if (mention instanceof Mention.Row row) {
            return detector.weighRow(known, marks.observe(row.row()), newSince);
        }
        boolean untold = known.lastKnown() == null && known.intent() == null;
        return mention instanceof Mention.Moved || untold ? new Finding.Hint() : new Finding.Nothing();
    }

    private static boolean isById(List<SliceReading> readings) {
        return readings.stream().allMatch(reading -> reading.slice instanceof Slice.Order);
    }

    /** Hands the next change to the route if the route is free. */
    void tellOn() {
        if (handover.isFree() && !handover.isEmpty() && stream.holds()) {
            handover.next();
        }
    }

    /** The first outcome counts. */
    private void resolve(Telling telling, Teller.Outcome outcome) {
        if (telling.outcome != null) {
            return;
        }
        telling.outcome = outcome;
        resolved.add(telling);
        failuresInARow = outcome.confirmed() ? 0 : failuresInARow + 1;
        if (failuresInARow >= FAILURES_IN_A_ROW) {
            routeIsDown(String.valueOf(outcome.cause()));
        }
        if (!alarmSet) {
            alarmSet = true;
            parts.timeline().after(SAVE_AFTER, () -> steps.accept(() -> saveDue = true));
        }
    }

    private void routeIsDown(String how) {
        routeFailure = how;
        abandon("the route fails, last with: " + how);
    }

    /** Writes outcomes once there are enough of them, once nothing else is under way, or once a second. */
    void confirm() {
        boolean allIn = handover.isEmpty() && resolved.size() == byOrder.size();
        if (resolved.isEmpty() || !(allIn || saveDue || resolved.size() >= SAVE_AT)) {
            return;
        }
        saveDue = false;
        alarmSet = false;
        List<Telling> batch = List.copyOf(resolved);
        resolved.clear();
        Map<String, OrderState> written = confirmations.write(batch);
        batch.forEach(telling -> byOrder.remove(telling.orderId()));
        weighWhatWaited(batch, written);
    }

    private void weighWhatWaited(List<Telling> batch, Map<String, OrderState> written) {
        Map<String, OrderState> toSave = new LinkedHashMap<>();
        for (Telling telling : batch) {
            if (telling.later == null) {
                continue;
            }
            OrderState now = written.get(telling.orderId());
            if (!now.hasOpenIntent() && abandoned == null) {
                weigh(now, telling.later, telling.owingLater, toSave);
            } else {
                telling.owingLater.forEach(reading ->
                        reading.settle("a later change of order " + telling.orderId() + " could not be told"));
            }
        }
        stream.save(toSave.values(), 0);
    }

    /** Hands nothing further to the route; what was not told yet keeps its intent and is told at its next reading. */
    void abandon(String reason) {
        abandoned = reason;
        for (Telling telling : handover.takeBack()) {
            telling.owing.forEach(reading -> reading.settle(reason));
            telling.owingLater.forEach(reading -> reading.settle(reason));
            byOrder.remove(telling.orderId());
        }
    }

    /** Watches no longer: the poll has ended. */
    void close() {
        handover.close();
    }

    long told() {
        return handover.told;
    }

    long confirmed() {
        return confirmations.confirmed;
    }

    long parked() {
        return confirmations.parked;
    }

    /** Whether a change of the order is told in this poll and not confirmed yet. */
    boolean isUnderWay(String orderId) {
        return byOrder.containsKey(orderId);
    }

    /** Whether the route was handed a change that has not ended. */
    boolean isTelling() {
        return handover.isTelling();
    }

    boolean isDone() {
        return byOrder.isEmpty();
    }

    /** Why nothing further is told, null if telling goes on. */
    String abandoned() {
        return abandoned;
    }

    /** What made the route as a whole fail, null if nothing did. */
    String routeFailure() {
        return routeFailure;
    }
}
