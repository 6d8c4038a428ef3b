/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Fault;
import io.postatus.simulator.Ground;
import io.postatus.simulator.Occasion;
import io.postatus.simulator.TruthEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All versions of a subscriber's orders, also those that nobody sees yet. Versions of one order become visible in their
 * order: a later one waits for an earlier one that is late. Guarded by the world.
 */
final class Chronicle {
    private record Story(List<OrderVersion> versions, Instant visibleFrom) {}

    private final String subscriber;
    private final Ground ground;
    private final OrderDocument document;
    private final Ledger ledger = new Ledger();
    private final Map<String, Story> stories = new HashMap<>();

    Chronicle(String subscriber, Ground ground, OrderDocument document) {
        this.subscriber = subscriber;
        this.ground = ground;
        this.document = document;
    }

    Ledger ledger() {
        return ledger;
    }

    boolean knows(String id) {
        return stories.containsKey(id);
    }

    /** The newest version, visible or not. */
    OrderVersion newest(String id) {
        Story story = story(id);
        return story.versions().get(story.versions().size() - 1);
    }

    /** The version before the newest. */
    OrderVersion beforeNewest(String id) {
        Story story = story(id);
        if (story.versions().size() < 2) {
            throw new IllegalArgumentException(
                    "order " + id + " of subscriber " + subscriber + " has no earlier state");
        }
        return story.versions().get(story.versions().size() - 2);
    }

    /** What readers could see so far of an order that they see. */
    List<OrderVersion> visible(OrderVersion seen) {
        return story(seen.id()).versions().stream()
                .filter(order -> order.version() <= seen.version())
                .toList();
    }

    /** Lets a step happen to an order. A fault may keep the date of the last update. */
    void happen(String id, Step step, Instant now) {
        OrderVersion newest = newest(id);
        Instant at = OrderVersion.millis(now);
        boolean silent = ground.faults().strikes(Fault.SILENT_CHANGE, Occasion.of(null, subscriber));
        add(newest.next(step.from(newest.content(), at), silent ? newest.updated() : at), now);
    }

    /** The order returns to its state before the latest event; silently, to the date of update that it had then. */
    void flipBack(String id, boolean silent, Instant now) {
        OrderVersion earlier = beforeNewest(id);
        Instant at = silent ? earlier.updated() : OrderVersion.millis(now);
        add(newest(id).next(earlier.content(), at), now);
    }

    /** Adds a version that was made now; a fault may hide it for a while. */
    void add(OrderVersion order, Instant now) {
        Instant due = ground.visibleFrom(subscriber, now);
        Story before = stories.getOrDefault(order.id(), new Story(new ArrayList<>(2), Instant.MIN));
        Instant visible = due.isAfter(before.visibleFrom()) ? due : before.visibleFrom();
        before.versions().add(order);
        stories.put(order.id(), new Story(before.versions(), visible));
        if (visible.isAfter(now)) {
            ground.world().schedule(visible, at -> showUnlessDeleted(order, at));
        } else {
            show(order, now);
        }
    }

    /** The order is gone, with all that was still to be seen of it. */
    void delete(String id) {
        story(id);
        stories.remove(id);
        ledger.hide(id);
    }

    private Story story(String id) {
        Story story = stories.get(id);
        if (story == null) {
            throw new IllegalArgumentException("subscriber " + subscriber + " has no order " + id);
        }
        return story;
    }

    private void showUnlessDeleted(OrderVersion order, Instant at) {
        if (knows(order.id())) {
            show(order, at);
        }
    }

    private void show(OrderVersion order, Instant at) {
        ledger.show(order);
        ground.truth()
                .record(new TruthEntry(
                        subscriber,
                        order.id(),
                        order.version(),
                        at,
                        order.updated(),
                        order.content().progress().status(),
                        () -> document.of(order)));
    }
}
