/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Ground;
import io.postatus.simulator.TruthEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All versions of an account's orders, also those that nobody sees yet. Versions of one order become visible in their
 * order: a later one waits for an earlier one that is late. Guarded by the world.
 */
final class Chronicle {
    private record Story(List<OrderVersion> versions, Instant visibleFrom) {}

    private final String account;
    private final Ground ground;
    private final Ledger ledger = new Ledger();
    private final Map<String, Story> stories = new HashMap<>();

    Chronicle(String account, Ground ground) {
        this.account = account;
        this.ground = ground;
    }

    Ledger ledger() {
        return ledger;
    }

    boolean knows(String number) {
        return stories.containsKey(number);
    }

    /** The newest version, visible or not. */
    Optional<OrderVersion> newest(String number) {
        return Optional.ofNullable(stories.get(number))
                .map(story -> story.versions().get(story.versions().size() - 1));
    }

    /** The version before the newest. */
    OrderVersion beforeNewest(String number) {
        Story story = stories.get(number);
        if (story == null || story.versions().size() < 2) {
            throw new IllegalArgumentException("order " + number + " of account " + account + " has no earlier state");
        }
        return story.versions().get(story.versions().size() - 2);
    }

    /** Lets a step happen to an order. */
    void happen(String number, Step step, Instant now) {
        OrderVersion newest = newest(number)
                .orElseThrow(() -> new IllegalArgumentException("account " + account + " has no order " + number));
        add(step.from(newest, OrderVersion.millis(now)), now);
    }

    /** Adds a version that was made now; a fault may hide it for a while. */
    void add(OrderVersion order, Instant now) {
        Instant due = ground.visibleFrom(account, now);
        Story before = stories.getOrDefault(order.number(), new Story(new ArrayList<>(2), Instant.MIN));
        Instant visible = due.isAfter(before.visibleFrom()) ? due : before.visibleFrom();
        before.versions().add(order);
        stories.put(order.number(), new Story(before.versions(), visible));
        if (visible.isAfter(now)) {
            ground.world().schedule(visible, at -> show(order, at));
        } else {
            show(order, now);
        }
    }

    private void show(OrderVersion order, Instant at) {
        ledger.show(order);
        ground.truth()
                .record(new TruthEntry(
                        account,
                        order.number(),
                        order.version(),
                        at,
                        order.lastUpdated(),
                        order.status(),
                        () -> StatusDocument.of(order)));
    }
}
