/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The orders of one subscriber that live by themselves. Guarded by the world. */
final class Population {
    private static final long STREAM = 0x9E3779B97F4A7C15L;

    private record Event(Instant at, OrderVersion order) {}

    private final PosSubscriber subscriber;
    private final Random random;
    private final Life life;
    private final List<String> alive = new ArrayList<>();

    Population(PosSubscriber subscriber, World world) {
        this.subscriber = subscriber;
        this.random = new Random(world.seed() * STREAM + subscriber.id().hashCode());
        this.life = new Life(random, new Catalog(random, world.beginning()));
    }

    /** Orders with the histories that orders of their age have, told in the order in which it all happened. */
    void settle(int orders, int days, Instant now) {
        List<Event> events = new ArrayList<>();
        // Numbers are given in the order of birth.
        random.doubles(orders)
                .mapToLong(part -> (long) (part * Duration.ofDays(days).toMillis()))
                .map(age -> now.toEpochMilli() - age)
                .sorted()
                .forEach(birth -> live(Instant.ofEpochMilli(birth), now, events));
        events.sort(Comparator.comparing(Event::at));
        events.forEach(event -> subscriber.chronicle().add(event.order(), event.at()));
    }

    /** One thing happens: a new order, or the next step of an old one. */
    void stir(Instant now) {
        if (alive.isEmpty() || life.chance(20)) {
            OrderVersion order = life.born(subscriber.draft(now), now);
            subscriber.chronicle().add(order, now);
            alive.add(order.id());
            return;
        }
        int place = random.nextInt(alive.size());
        if (!subscriber.chronicle().knows(alive.get(place))) {
            forget(place);
            stir(now);
            return;
        }
        Content content = subscriber.chronicle().newest(alive.get(place)).content();
        if (content.progress().ended() && !life.chance(10)) {
            forget(place);
            stir(now);
        } else {
            subscriber.chronicle().happen(alive.get(place), life.next(content, subscriber.newId()), now);
        }
    }

    private void live(Instant born, Instant now, List<Event> events) {
        OrderVersion order = life.born(subscriber.draft(born), born);
        Instant at = order.raised();
        while (!at.isAfter(now)) {
            events.add(new Event(at, order));
            if (order.content().progress().ended() && !life.chance(8)) {
                return;
            }
            at = OrderVersion.millis(at.plus(life.pause()));
            order = order.next(life.next(order.content(), subscriber.newId()).from(order.content(), at), at);
        }
        alive.add(order.id());
    }

    private void forget(int place) {
        alive.set(place, alive.get(alive.size() - 1));
        alive.remove(alive.size() - 1);
    }
}
