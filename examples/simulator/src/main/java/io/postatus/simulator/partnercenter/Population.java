/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Ground;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The orders of one tenant that live by themselves. Guarded by the world. */
final class Population {
    private static final long STREAM = 0x9E3779B97F4A7C15L;

    private record Event(Instant at, OrderVersion order, Actor actor) {}

    private final PartnerTenant tenant;
    private final Random random;
    private final Life life;
    private final List<PartnerCustomer> customers = new ArrayList<>();
    private final List<Story> open = new ArrayList<>();
    private final List<Story> done = new ArrayList<>();

    Population(PartnerTenant tenant, Ground ground) {
        this.tenant = tenant;
        this.random = new Random(ground.world().seed() * STREAM + tenant.id().hashCode());
        this.life = new Life(random);
    }

    /** Orders with the histories that orders of their age have, told in the order in which it all happened. */
    void settle(int customerCount, int ordersPerCustomer, int days, Instant now) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < Math.max(1, customerCount); i++) {
            PartnerCustomer customer = newCustomer();
            for (int j = 0; j < ordersPerCustomer; j++) {
                long age = (long) (random.nextDouble() * Duration.ofDays(days).toMillis());
                live(customer, tick(now.minusMillis(age)), now, events);
            }
        }
        events.sort(Comparator.comparing(Event::at));
        events.forEach(event -> tenant.chronicle().tell(event.order(), event.actor(), event.at()));
        tenant.chronicle().all().forEach(this::keep);
    }

    /** One thing happens: a new order, the next step of an open one, or of one that seemed done. */
    void stir(Instant at) {
        Story story = life.chance(25) ? null : drawn(life.chance(11) ? done : open);
        if (story == null) {
            OrderVersion order = life.born(customer(), tenant.ids(), tenant.chronicle(), at);
            keep(tenant.chronicle().place(order, at));
        } else {
            Move move = life.next(story.newest());
            tenant.chronicle().happen(story, move.to().word(), move.actor(), at);
            keep(story);
        }
    }

    private void live(PartnerCustomer customer, Instant born, Instant now, List<Event> events) {
        OrderVersion order = life.born(customer, tenant.ids(), tenant.chronicle(), born);
        Actor actor = order.facts().maker();
        Instant at = born;
        while (!at.isAfter(now)) {
            events.add(new Event(at, order, actor));
            if (Life.over(order) || (Life.done(order) && !life.chance(8))) {
                return;
            }
            at = at.plus(life.pause(order));
            Move move = life.next(order);
            order = order.as(move.to().word(), at);
            actor = move.actor();
        }
    }

    /** Takes a story out of a list; a client may have moved it on meanwhile. */
    private Story drawn(List<Story> stories) {
        while (!stories.isEmpty()) {
            int place = random.nextInt(stories.size());
            Story story = stories.get(place);
            stories.set(place, stories.get(stories.size() - 1));
            stories.remove(stories.size() - 1);
            if (!Life.over(story.newest())) {
                return story;
            }
        }
        return null;
    }

    private void keep(Story story) {
        if (!Life.over(story.newest())) {
            (Life.done(story.newest()) ? done : open).add(story);
        }
    }

    /** One order in thirty is the first of a new customer. */
    private PartnerCustomer customer() {
        return life.chance(3) ? newCustomer() : customers.get(random.nextInt(customers.size()));
    }

    private PartnerCustomer newCustomer() {
        PartnerCustomer customer = tenant.add(CompanyNames.of(customers.size()));
        customers.add(customer);
        return customer;
    }

    /** Partner Center counts in ticks of 100 ns, and so do the dates of its orders. */
    private Instant tick(Instant at) {
        return at.minusNanos(100L * random.nextInt(10_000));
    }
}
