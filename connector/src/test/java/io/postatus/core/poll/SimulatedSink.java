/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is behind the route: takes events, refuses those that are older than what it has, and keeps book of all. */
final class SimulatedSink {
    private final SimulatedTime time;
    private final SimulatedConditions conditions;
    private final Map<String, PurchaseOrderChange> latest = new HashMap<>();
    private final Map<String, Set<String>> completed = new HashMap<>();
    private final Map<String, String> lastCompleted = new HashMap<>();
    private final Map<String, String> contentByEvent = new HashMap<>();
    private final Set<String> takenIn = new HashSet<>();
    /** The highest place that an event of the order had. */
    private final Map<String, Place> highest = new HashMap<>();

    private final Map<String, Integer> newestVersion = new HashMap<>();
    private final Map<String, Instant> toldAt = new HashMap<>();
    /** The event of each order in each run. */
    private final Map<String, String> replays = new HashMap<>();

    final List<String> violations = new ArrayList<>();
    /** Nothing can be told from then to then. */
    Instant outageFrom = Instant.MAX;

    Instant outageTo = Instant.MAX;
    /** The newest lease of the stream: who holds an older one may not tell. */
    long epoch;
    /** No process died or was frozen yet: nothing that was completed can have gone unnoticed. */
    boolean undisturbed = true;
    /** Nothing fails any more. */
    boolean calm;

    private record Place(long epoch, long sequence) {}

    SimulatedSink(SimulatedTime time, SimulatedConditions conditions) {
        this.time = time;
        this.conditions = conditions;
    }

    Teller teller(SimulatedNode node) {
        return (change, receipt) -> {
            if (change.epoch() < epoch) {
                violations.add(number(change) + " is told in epoch " + change.epoch() + " while " + epoch + " began");
            }
            take(change, receipt, node);
        };
    }

    private boolean fails(PurchaseOrderChange change) {
        boolean outage = !time.instant().isBefore(outageFrom) && time.instant().isBefore(outageTo);
        return outage || number(change).equals(conditions.poison) || !calm && time.chance(conditions.routeFailures);
    }

    private void take(PurchaseOrderChange change, Teller.Receipt receipt, SimulatedNode node) {
        node.after(time.upTo(1), () -> {
            check(change);
            boolean fails = fails(change);
            boolean leavesItsMark = !fails || time.chance(0.5);
            if (leavesItsMark) {
                take(change);
            }
            receipt.taken();
            node.after(exchange(), () -> {
                if (!fails) {
                    completed
                            .computeIfAbsent(number(change), n -> new HashSet<>())
                            .add(content(change));
                    lastCompleted.put(number(change), content(change));
                }
                receipt.completed(fails ? Teller.Outcome.failed("sink says no") : Teller.Outcome.CONFIRMED);
            });
        });
    }

    private Duration exchange() {
        if (!calm && time.chance(conditions.stuck)) {
            undisturbed = false;
            return Simulation.CONFIRM_TIMEOUT.plus(time.upTo(60));
        }
        return time.upTo(conditions.slowestExchange);
    }

    private void check(PurchaseOrderChange change) {
        String number = number(change);
        String key = number + "/" + change.sequence();
        String content = contentByEvent.merge(key, content(change), (one, other) -> one);
        if (!content.equals(content(change))) {
            violations.add("sequence " + key + " stands for " + content + " and for " + content(change));
        }
        if (change.replay() != null) {
            String run = number + " in " + change.replay();
            String id = replays.merge(run, change.eventId(), (one, other) -> one);
            if (!id.equals(change.eventId())) {
                violations.add(run + " is replayed twice");
            }
        }
        checkOrder(change, number);
        for (FieldChange field : change.changes()) {
            if (field.newValue() == null) {
                violations.add(number + " is told to have lost " + field.path() + ", which nothing ever does");
            }
        }
        checkPrevious(change, number);
    }

    private void checkOrder(PurchaseOrderChange change, String number) {
        Place place = new Place(change.epoch(), change.sequence());
        Place before = highest.merge(number, place, (old, now) -> isOlder(now, old) ? old : now);
        if (change.epoch() == before.epoch() && change.sequence() < before.sequence()) {
            violations.add("sequence of " + number + " falls from " + before + " to " + place);
        }
        String inEpoch = number + " in epoch " + change.epoch();
        int newest = newestVersion.merge(inEpoch, version(change), Math::max);
        if (version(change) < newest) {
            violations.add(inEpoch + " is told as it was in version " + version(change) + " after version " + newest);
        }
    }

    /** What is taken in silently is known without having been told. */
    private void checkPrevious(PurchaseOrderChange change, String number) {
        if (!completed.containsKey(number) && change.previous() != null && conditions.historyIsSilent()) {
            takenIn.add(number);
        }
        if (change.previous() == null || takenIn.contains(number)) {
            return;
        }
        String previous = change.previous().vendorStatus();
        if (!completed.getOrDefault(number, Set.of()).contains(previous)) {
            violations.add("previous of " + number + " is " + previous + ", never completed");
        } else if (undisturbed && !previous.equals(lastCompleted.get(number))) {
            violations.add(
                    "previous of " + number + " is " + previous + ", last told was " + lastCompleted.get(number));
        }
    }

    /** The start of time if it never was. */
    Instant toldAt(String number) {
        return toldAt.getOrDefault(number, Instant.MIN);
    }

    private void take(PurchaseOrderChange change) {
        toldAt.put(number(change), time.instant());
        latest.merge(number(change), change, (has, comes) -> isOlder(place(comes), place(has)) ? has : comes);
    }

    private static Place place(PurchaseOrderChange change) {
        return new Place(change.epoch(), change.sequence());
    }

    private static boolean isOlder(Place one, Place other) {
        return one.epoch() < other.epoch() || one.epoch() == other.epoch() && one.sequence() < other.sequence();
    }

    /** What it was last told of an order, null if nothing. */
    String state(String number) {
        PurchaseOrderChange change = latest.get(number);
        return change == null ? null : content(change);
    }

    private static String number(PurchaseOrderChange change) {
        return change.current().purchaseOrderNumber();
    }

    /** Which of the order's versions an event shows; nothing that the loop could see. */
    private static int version(PurchaseOrderChange change) {
        return Integer.parseInt(change.current().document());
    }

    private static String content(PurchaseOrderChange change) {
        return change.current().vendorStatus();
    }
}
