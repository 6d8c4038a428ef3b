/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.Digest;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.state.Fingerprint;
import io.postatus.core.state.Intent;
import io.postatus.core.state.Knowledge;
import io.postatus.core.state.LastKnown;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Holds an observation against what is known. Pure: it reads nothing, writes nothing and knows no clock.
 *
 * @param lifecycle the vendor's table from words to canonical status; asked again after absent words were completed
 * @param primedBefore orders last updated before this, by the service's clock, are taken in silently when first seen;
 *     gives null to tell every order
 */
record ChangeDetector(
        StreamId stream,
        Function<PurchaseOrderSummary, Status> lifecycle,
        Supplier<Instant> primedBefore,
        Set<Rule> rules) {

    Finding weigh(OrderState known, Observation observation) {
        return weigh(known, observation, null);
    }

    /** @param replay the run that has the order told even if nothing changed; null if none does */
    Finding weigh(OrderState known, Observation observation, String replay) {
        LastKnown last = known.lastKnown();
        Knowledge before = last == null ? null : last.knowledge();
        LastKnown now = LastKnown.of(completed(before, observation.order()), observation.received());
        boolean intentOpen = known.intent() != null && rules.contains(Rule.INTENT_BEFORE_EMISSION);
        if (!intentOpen && last == null) {
            return firstSeen(known, observation, now, replay);
        }
        if (replay == null
                && intentOpen
                && known.intent().parked()
                && known.intent().fingerprint().equals(now.fingerprint())) {
            return soughtAfter(known, observation) ? new Finding.TakeIn(known.found()) : new Finding.Nothing();
        }
        List<FieldChange> changes = before == null ? List.of() : changes(before, now.knowledge(), observation.order());
        boolean same =
                before == null ? last != null && last.fingerprint().equals(now.fingerprint()) : changes.isEmpty();
        boolean again = same && !intentOpen && replay != null;
        if (same && !intentOpen && !again) {
            return outgrown(before, now) || soughtAfter(known, observation)
                    ? new Finding.TakeIn(known.confirmed(now, null))
                    : new Finding.Nothing();
        }
        if (rules.contains(Rule.NO_STALE_OBSERVATION)) {
            if (askedBefore(last == null ? null : last.received(), observation)
                    || askedBefore(
                            known.intent() == null ? null : known.intent().received(), observation)) {
                return new Finding.Stale();
            }
            if (last != null && olderThan(last.lastUpdated(), now.lastUpdated())) {
                return new Finding.Outdated();
            }
        }
        boolean toldBefore = known.sequence() > 0;
        return news(known, observation, now, intent(known, now, again && toldBefore ? replay : null), changes);
    }

    /**
     * Holds a row of a list against what is known. Only what the row has in common with it is compared, and what is known
     * stays what it is.
     *
     * @param newSince an order that was placed before this, and that nothing is known of, is taken in as the row shows it
     */
    Finding weighRow(OrderState known, Observation row, Instant newSince) {
        LastKnown last = known.lastKnown();
        Knowledge before = last == null ? null : last.knowledge();
        LastKnown now = LastKnown.of(completed(before, row.order()), row.received());
        if (known.intent() == null && last == null) {
            Instant created = row.order().status().created();
            return created != null && created.isBefore(newSince)
                    ? new Finding.TakeIn(known.confirmed(now, created))
                    : new Finding.Hint();
        }
        if (known.intent() != null
                || known.missingSince() != null
                || before == null
                || !changes(before, now.knowledge(), row.order()).isEmpty()) {
            return new Finding.Hint();
        }
        return known.nextCheck() != null ? new Finding.TakeIn(known.found()) : new Finding.Nothing();
    }

    private Finding firstSeen(OrderState known, Observation observation, LastKnown now, String replay) {
        Instant updated = now.lastUpdated();
        Instant start = primedBefore.get();
        if (replay == null && start != null && updated != null && updated.isBefore(start)) {
            return new Finding.TakeIn(
                    known.confirmed(now, observation.order().status().created()));
        }
        return news(known, observation, now, intent(known, now, null), List.of());
    }

    /** Known by rules of another version: nothing to tell, but to be kept by the rules of this one. */
    private static boolean outgrown(Knowledge before, LastKnown now) {
        return before != null
                && before.fingerprint().version()
                        != now.knowledge().fingerprint().version();
    }

    /** Was not found for a while, or was to be looked at by now: it is here, so the search is over. */
    private static boolean soughtAfter(OrderState known, Observation observation) {
        return known.missingSince() != null
                || known.nextCheck() != null && !known.nextCheck().isAfter(observation.receivedAt());
    }

    private static boolean askedBefore(Mark received, Observation observation) {
        return received != null && !observation.sent().isAfter(received);
    }

    private static boolean olderThan(Instant known, Instant observed) {
        return known != null && observed != null && observed.isBefore(known);
    }

    private Finding news(
            OrderState known, Observation observation, LastKnown now, Intent intent, List<FieldChange> changes) {
        PurchaseOrderStatus current =
                observation.order().status().with(now.knowledge().summary());
        boolean isFirst = isFirst(known, intent, changes);
        PurchaseOrderChange change = new PurchaseOrderChange(
                eventId(current.id(), intent),
                kind(isFirst, intent),
                intent.replay(),
                stream.toString(),
                observation.received().epoch(),
                intent.sequence(),
                observation.receivedAt(),
                isFirst || known.lastKnown().knowledge() == null
                        ? null
                        : known.lastKnown().knowledge().summary(),
                current,
                changes);
        return new Finding.News(change, known.intending(intent, current.created()), now);
    }

    /** The open intent, if it is this very change; otherwise a new one. What was given up on only comes here to be tried again. */
    private Intent intent(OrderState known, LastKnown now, String replay) {
        Intent open = known.intent();
        if (open != null && open.fingerprint().equals(now.fingerprint())) {
            return (open.parked() ? open.takenUpAgain() : open).seenAgain(now.received());
        }
        return Intent.of(rules.contains(Rule.SEQUENCE) ? known.sequence() + 1 : 1, now.fingerprint(), now.received())
                .replayedBy(replay);
    }

    /** Nothing was ever told of the order: it is new, or was taken in silently and is told as it was then. */
    private static boolean isFirst(OrderState known, Intent intent, List<FieldChange> changes) {
        return known.lastKnown() == null || intent.sequence() == 1 && changes.isEmpty();
    }

    private static ChangeKind kind(boolean isFirst, Intent intent) {
        if (intent.replay() != null) {
            return ChangeKind.REPLAYED;
        }
        return isFirst ? ChangeKind.FIRST_SEEN : ChangeKind.CHANGED;
    }

    private String eventId(String orderId, Intent intent) {
        String text = stream + "\n" + orderId + "\n" + intent.sequence() + "\n" + intent.fingerprint();
        return Digest.of(intent.replay() == null ? text : text + "\n" + intent.replay());
    }

    private Knowledge completed(Knowledge before, Observed order) {
        PurchaseOrderSummary summary = order.status().summary();
        Fingerprint fingerprint = Fingerprint.of(order.shapeVersion(), order.fields());
        if (before == null || !rules.contains(Rule.ABSENCE_IS_NOT_CHANGE)) {
            return new Knowledge(summary, fingerprint);
        }
        PurchaseOrderSummary whole = SummaryFields.complete(summary, before.summary());
        return new Knowledge(
                whole.with(lifecycle.apply(whole)), before.fingerprint().completing(fingerprint));
    }

    private static List<FieldChange> changes(Knowledge before, Knowledge now, Observed order) {
        boolean sameRules = before.fingerprint().version() == order.shapeVersion();
        List<FieldChange> changes = new ArrayList<>();
        SortedMap<String, String> old = SummaryFields.of(before.summary());
        SortedMap<String, String> current = SummaryFields.of(now.summary());
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(current.keySet());
        for (String path : paths) {
            boolean comparable = sameRules || old.containsKey(path) && current.containsKey(path);
            if (comparable && !Objects.equals(old.get(path), current.get(path))) {
                changes.add(new FieldChange(path, old.get(path), current.get(path)));
            }
        }
        order.fields().forEach((path, text) -> {
            boolean added = sameRules && !before.fingerprint().knows(path);
            if (added || before.fingerprint().contradicts(path, text)) {
                changes.add(new FieldChange("document." + path, null, text));
            }
        });
        return changes;
    }
}
