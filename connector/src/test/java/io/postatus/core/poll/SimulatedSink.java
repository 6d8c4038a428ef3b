/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
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
    private final Map<String, PurchaseOrderChange> latest = new HashMap<>();
    private final Map<String, Set<String>> completed = new HashMap<>();
    private final Map<String, String> contentByEvent = new HashMap<>();
    private final Map<String, Long> highest = new HashMap<>();
    private final Map<String, Integer> newestVersion = new HashMap<>();
    final List<String> violations = new ArrayList<>();
    double failures;
    int slowest = 3;
    /** Nothing can be told from then to then. */
    Instant outageFrom = Instant.MAX;

    Instant outageTo = Instant.MAX;
    /** An order that can never be told, null if there is none. */
    String poison;
    /** The newest lease of the stream: who holds an older one may not tell. */
    long epoch;

    SimulatedSink(SimulatedTime time) {
        this.time = time;
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
        return outage || number(change).equals(poison) || time.chance(failures);
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
            node.after(time.upTo(slowest), () -> {
                if (!fails) {
                    completed
                            .computeIfAbsent(number(change), n -> new HashSet<>())
                            .add(content(change));
                }
                receipt.completed(fails ? Teller.Outcome.failed("sink says no") : Teller.Outcome.CONFIRMED);
            });
        });
    }

    private void check(PurchaseOrderChange change) {
        String number = number(change);
        String key = number + "/" + change.sequence();
        String content = contentByEvent.merge(key, content(change), (one, other) -> one);
        if (!content.equals(content(change))) {
            violations.add("sequence " + key + " stands for " + content + " and for " + content(change));
        }
        String inEpoch = number + " in epoch " + change.epoch();
        long before = highest.merge(inEpoch, change.sequence(), Math::max);
        if (change.sequence() < before) {
            violations.add("sequence of " + inEpoch + " falls from " + before + " to " + change.sequence());
        }
        for (FieldChange field : change.changes()) {
            if (field.newValue() == null) {
                violations.add(number + " is told to have lost " + field.path() + ", which nothing ever does");
            }
        }
        int newest = newestVersion.merge(inEpoch, version(change), Math::max);
        if (version(change) < newest) {
            violations.add(inEpoch + " is told as it was in version " + version(change) + " after version " + newest);
        }
        if (change.previous() != null
                && !completed
                        .getOrDefault(number, Set.of())
                        .contains(change.previous().vendorStatus())) {
            violations.add("previous of " + number + " is " + change.previous().vendorStatus() + ", never completed");
        }
    }

    private void take(PurchaseOrderChange change) {
        latest.merge(number(change), change, (has, comes) -> isOlder(comes, has) ? has : comes);
    }

    private static boolean isOlder(PurchaseOrderChange one, PurchaseOrderChange other) {
        return one.epoch() < other.epoch() || one.epoch() == other.epoch() && one.sequence() < other.sequence();
    }

    String state(String number) {
        PurchaseOrderChange change = latest.get(number);
        return change == null ? "nothing" : content(change);
    }

    private static String number(PurchaseOrderChange change) {
        return change.current().purchaseOrderNumber();
    }

    /** Which of the order's versions an event shows; nothing that the loop could see. */
    private static int version(PurchaseOrderChange change) {
        return Integer.parseInt(change.current().document().replaceAll("\\D", ""));
    }

    private static String content(PurchaseOrderChange change) {
        return change.current().vendorStatus();
    }
}
