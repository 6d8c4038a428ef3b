/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Fault;
import io.postatus.simulator.Ground;
import io.postatus.simulator.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The orders of one account that live by themselves. Guarded by the world. */
final class Population {
    private static final long STREAM = 0x9E3779B97F4A7C15L;

    private record Event(Instant at, OrderVersion order) {}

    private final AmazonAccount account;
    private final Random random;
    private final Life life;
    private final List<String> alive = new ArrayList<>();
    private final Set<String> drawn = new HashSet<>();

    Population(AmazonAccount account, Ground ground) {
        this.account = account;
        this.random = new Random(ground.world().seed() * STREAM + account.id().hashCode());
        Occasion occasion = Occasion.of(null, account.id());
        this.life = new Life(random, () -> ground.faults().strikes(Fault.SILENT_RECEIPT, occasion));
    }

    /** Orders with the histories that orders of their age have, told in the order in which it all happened. */
    void settle(int orders, int days, Instant now) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            long age = (long) (random.nextDouble() * Duration.ofDays(days).toMillis());
            live(OrderVersion.millis(now.minusMillis(age)), now, events);
        }
        events.sort(Comparator.comparing(Event::at));
        events.forEach(event -> account.chronicle().add(event.order(), event.at()));
    }

    /** One thing happens: a new order, or the next step of an old one. */
    void stir(Instant now) {
        if (alive.isEmpty() || life.chance(20)) {
            String number = newNumber();
            account.chronicle().add(life.born(number, account.id(), now), now);
            alive.add(number);
            return;
        }
        int place = random.nextInt(alive.size());
        OrderVersion order = account.chronicle().newest(alive.get(place)).orElseThrow();
        if (order.closed() && !life.chance(5)) {
            forget(place);
            stir(now);
        } else {
            account.chronicle().happen(order.number(), life.next(order), now);
        }
    }

    private void live(Instant born, Instant now, List<Event> events) {
        OrderVersion order = life.born(newNumber(), account.id(), born);
        Instant at = born;
        while (!at.isAfter(now)) {
            events.add(new Event(at, order));
            if (order.closed() && !life.chance(3)) {
                return;
            }
            at = at.plus(life.pause(order));
            order = life.next(order).from(order, at);
        }
        alive.add(order.number());
    }

    private String newNumber() {
        return account.numbers().next(number -> account.chronicle().knows(number) || !drawn.add(number));
    }

    private void forget(int place) {
        alive.set(place, alive.get(alive.size() - 1));
        alive.remove(alive.size() - 1);
    }
}
