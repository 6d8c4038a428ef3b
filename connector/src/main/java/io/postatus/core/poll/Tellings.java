/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Intent;
import io.postatus.core.state.Lease;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.Parked;
import io.postatus.core.state.PollState;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Detect, intend, emit, confirm: what happens to observations. All of it runs on the poll's strand, except the route. */
final class Tellings {
    private static final int SAVE_AT = 100;
    private static final Duration SAVE_AFTER = Duration.ofSeconds(1);
    /** After so many failed exchanges without a good one in between the route is down, and telling on is no use. */
    private static final int FAILURES_IN_A_ROW = 10;

    private static final int POISON_TRIES = 5;
    private static final Duration POISON_SPREAD = Duration.ofMinutes(15);

    private final PollState store;
    private final Lease lease;
    private final LeaseGuard guard;
    private final Timeline timeline;
    private final ChangeDetector detector;
    private final Teller teller;
    private final PollSettings settings;
    private final Set<Rule> rules;
    private final Consumer<Runnable> steps;
    private final BiConsumer<String, List<SliceReading>> readAgain;

    private final Map<String, Telling> byOrder = new HashMap<>();
    private final Deque<Telling> queue = new ArrayDeque<>();
    private final Deque<Telling> emitted = new ArrayDeque<>();
    private final List<Telling> resolved = new ArrayList<>();
    private Timeline.Alarm patience = () -> {};
    private boolean routeBusy;
    private boolean saveDue;
    private boolean alarmSet;
    private int failuresInARow;
    private String routeFailure;
    private String abandoned;

    long told;
    long confirmed;
    long parked;
    /** Confirmed by the stream ever, as far as it was written. */
    private long confirmedEver;

    Tellings(
            PollState store,
            Lease lease,
            LeaseGuard guard,
            Timeline timeline,
            ChangeDetector detector,
            Teller teller,
            PollSettings settings,
            Set<Rule> rules,
            long confirmedEver,
            Consumer<Runnable> steps,
            BiConsumer<String, List<SliceReading>> readAgain) {
        this.store = store;
        this.lease = lease;
        this.guard = guard;
        this.timeline = timeline;
        this.detector = detector;
        this.teller = teller;
        this.settings = settings;
        this.rules = rules;
        this.confirmedEver = confirmedEver;
        this.steps = steps;
        this.readAgain = readAgain;
    }

    /** Whether another page may be read: changes that wait for their exchanges are held in memory. */
    boolean hasRoom() {
        return byOrder.size() < settings.maxUnconfirmed();
    }

    /** Detects the changes of a page and writes their intents, in one transaction, before any of them is told. */
    void take(SliceReading reading, List<Observation> observations) {
        if (abandoned != null) {
            reading.fail(abandoned);
            return;
        }
        List<Observation> free = new ArrayList<>();
        for (Observation observation : observations) {
            reading.owe();
            Telling underWay = byOrder.get(observation.purchaseOrderNumber());
            if (underWay == null) {
                free.add(observation);
            } else {
                underWay.await(observation, reading);
            }
        }
        Map<String, OrderState> known = store.find(
                lease.stream(),
                free.stream().map(Observation::purchaseOrderNumber).toList());
        List<OrderState> toSave = new ArrayList<>();
        for (Observation observation : free) {
            String number = observation.purchaseOrderNumber();
            Telling sameInThisPage = byOrder.get(number);
            if (sameInThisPage == null) {
                OrderState state = known.getOrDefault(number, OrderState.unknown(number));
                weigh(state, observation, List.of(reading), toSave);
            } else {
                sameInThisPage.await(observation, reading);
            }
        }
        save(toSave, 0);
    }

    private void weigh(
            OrderState known, Observation observation, List<SliceReading> readings, List<OrderState> toSave) {
        Finding finding = detector.weigh(known, observation);
        if (finding instanceof Finding.News news) {
            Telling telling = new Telling(news, readings);
            byOrder.put(observation.purchaseOrderNumber(), telling);
            queue.add(telling);
            toSave.add(news.intended());
        } else if (finding instanceof Finding.Stale || finding instanceof Finding.Outdated && !isByNumber(readings)) {
            readAgain.accept(observation.purchaseOrderNumber(), readings);
        } else {
            if (finding instanceof Finding.TakeIn takeIn) {
                toSave.add(takeIn.taken());
            }
            readings.forEach(reading -> reading.settle(null));
        }
    }

    private static boolean isByNumber(List<SliceReading> readings) {
        return readings.stream().allMatch(reading -> reading.slice instanceof Slice.Order);
    }

    private void save(List<OrderState> orders, int newlyConfirmed) {
        if (!orders.isEmpty()) {
            guard.checkHeld();
            store.save(lease, orders, newlyConfirmed);
        }
    }

    /** Hands the next change to the route if the route is free. */
    void tellOn() {
        if (routeBusy || queue.isEmpty() || !guard.holds()) {
            return;
        }
        Telling telling = queue.poll();
        routeBusy = true;
        told++;
        telling.deadlineNanos = timeline.nanos() + settings.confirmTimeout().toNanos();
        if (emitted.isEmpty()) {
            patience.cancel();
            patience = timeline.after(settings.confirmTimeout(), () -> steps.accept(this::giveUpWaiting));
        }
        emitted.add(telling);
        teller.tell(telling.news.change(), new Teller.Receipt() {
            @Override
            public void taken() {
                steps.accept(() -> {
                    routeBusy = false;
                    if (!rules.contains(Rule.CONFIRMED_MEANS_COMPLETED)) {
                        resolve(telling, Teller.Outcome.CONFIRMED);
                    }
                });
            }

            @Override
            public void completed(Teller.Outcome outcome) {
                steps.accept(() -> resolve(telling, outcome));
            }
        });
    }

    private void giveUpWaiting() {
        while (!emitted.isEmpty()) {
            Telling oldest = emitted.peek();
            Duration left = Duration.ofNanos(oldest.deadlineNanos - timeline.nanos());
            if (oldest.outcome == null && !left.isNegative() && !left.isZero()) {
                patience = timeline.after(left, () -> steps.accept(this::giveUpWaiting));
                return;
            }
            resolve(oldest, Teller.Outcome.failed("the exchange did not complete within " + settings.confirmTimeout()));
            emitted.remove();
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
            routeFailure = outcome.cause();
            abandon("the route fails, last with: " + routeFailure);
        }
        if (!alarmSet) {
            alarmSet = true;
            timeline.after(SAVE_AFTER, () -> steps.accept(() -> saveDue = true));
        }
    }

    /** Writes outcomes once there are enough of them, once nothing else is under way, or once a second. */
    void confirm() {
        boolean allIn = queue.isEmpty() && resolved.size() == byOrder.size();
        if (resolved.isEmpty() || !(allIn || saveDue || resolved.size() >= SAVE_AT)) {
            return;
        }
        saveDue = false;
        alarmSet = false;
        List<Telling> batch = List.copyOf(resolved);
        resolved.clear();
        Map<String, OrderState> written = write(batch);
        batch.forEach(telling -> byOrder.remove(telling.purchaseOrderNumber()));
        emitted.removeIf(telling -> telling.outcome != null);
        weighWhatWaited(batch, written);
    }

    private Map<String, OrderState> write(List<Telling> batch) {
        List<Parked> poison = new ArrayList<>();
        List<OrderState> givenUp = new ArrayList<>();
        List<OrderState> toSave = new ArrayList<>();
        int good = (int) batch.stream().filter(t -> t.outcome.confirmed()).count();
        for (Telling telling : batch) {
            if (telling.outcome.confirmed()) {
                toSave.add(confirmed(telling));
            } else {
                failed(telling, confirmedEver + good, toSave, givenUp, poison);
            }
        }
        save(toSave, good);
        if (!poison.isEmpty()) {
            guard.checkHeld();
            store.park(lease, poison, givenUp);
        }
        confirmed += good;
        confirmedEver += good;
        return toSave.stream().collect(Collectors.toMap(OrderState::purchaseOrderNumber, Function.identity()));
    }

    private OrderState confirmed(Telling telling) {
        telling.owing.forEach(reading -> {
            reading.told++;
            reading.settle(null);
        });
        boolean open = telling.news.change().current().status().isOpen();
        return telling.news.intended().confirmed(telling.news.told(), open, null);
    }

    private void failed(
            Telling telling,
            long confirmedNow,
            List<OrderState> toSave,
            List<OrderState> givenUp,
            List<Parked> poison) {
        OrderState intended = telling.news.intended();
        Instant now = timeline.now();
        Intent tried = intended.intent().failed(now, confirmedNow);
        if (isPoison(tried, confirmedNow, now)) {
            poison.add(new Parked(
                    intended.purchaseOrderNumber(),
                    tried.sequence(),
                    now,
                    tried.tries(),
                    telling.outcome.cause(),
                    telling.news.change().current().document()));
            givenUp.add(intended.parked());
            parked++;
            telling.owing.forEach(reading -> {
                reading.parked++;
                reading.settle(null);
            });
        } else {
            toSave.add(intended.failed(tried));
            String whyNot =
                    "the exchange of order " + intended.purchaseOrderNumber() + " failed: " + telling.outcome.cause();
            telling.owing.forEach(reading -> reading.settle(whyNot));
        }
    }

    /** R9: several tries, spread over time, while others succeeded in between. */
    private boolean isPoison(Intent tried, long confirmedNow, Instant now) {
        boolean spread = !tried.firstFailed().plus(POISON_SPREAD).isAfter(now);
        boolean othersSucceed = confirmedNow > tried.confirmedThen();
        return tried.tries() >= POISON_TRIES
                && (spread && othersSucceed || !rules.contains(Rule.PARK_POISON_NOT_OUTAGES));
    }

    private void weighWhatWaited(List<Telling> batch, Map<String, OrderState> written) {
        List<OrderState> toSave = new ArrayList<>();
        for (Telling telling : batch) {
            if (telling.later == null) {
                continue;
            }
            if (telling.outcome.confirmed() && abandoned == null) {
                weigh(written.get(telling.purchaseOrderNumber()), telling.later, telling.owingLater, toSave);
            } else {
                telling.owingLater.forEach(reading -> reading.settle(
                        "a later change of order " + telling.purchaseOrderNumber() + " could not be told"));
            }
        }
        save(toSave, 0);
    }

    /** Hands nothing further to the route; what was not told yet keeps its intent and is told at its next reading. */
    void abandon(String reason) {
        abandoned = reason;
        for (Telling telling : queue) {
            telling.owing.forEach(reading -> reading.settle(reason));
            telling.owingLater.forEach(reading -> reading.settle(reason));
            byOrder.remove(telling.purchaseOrderNumber());
        }
        queue.clear();
    }

    /** An alarm that is left behind would hold the whole poll in memory until confirmTimeout. */
    void end() {
        patience.cancel();
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
