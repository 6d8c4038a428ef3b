/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Ground;
import io.postatus.simulator.TruthEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All orders of a tenant with all their versions. A single GET shows a version at once, unless a fault hides it for a
 * while; lists show it later (apis/partner-center-orders.md 14). Guarded by the world.
 */
final class Chronicle {
    private final String tenant;
    private final Ground ground;
    private final Duration listLag;
    private final OrderDocument document;
    private final AuditLog audit;
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final Map<PartnerCustomer, Map<String, Story>> byCustomer = new HashMap<>();

    Chronicle(String tenant, Ground ground, Duration listLag, OrderDocument document, AuditLog audit) {
        this.tenant = tenant;
        this.ground = ground;
        this.listLag = listLag;
        this.document = document;
        this.audit = audit;
    }

    boolean knows(String id) {
        return stories.containsKey(key(id));
    }

    Collection<Story> all() {
        return stories.values();
    }

    Collection<Story> of(PartnerCustomer customer) {
        return byCustomer.getOrDefault(customer, Map.of()).values();
    }

    Optional<Story> find(PartnerCustomer customer, String id) {
        return Optional.ofNullable(byCustomer.getOrDefault(customer, Map.of()).get(key(id)));
    }

    /** The order that must be there. */
    Story story(PartnerCustomer customer, String id) {
        return find(customer, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "customer " + customer.name() + " of tenant " + tenant + " has no order " + id));
    }

    /** The first version of an order. */
    Story place(OrderVersion order, Instant now) {
        tell(order, order.facts().maker(), now);
        return stories.get(key(order.id()));
    }

    /** The order enters another state. */
    void happen(Story story, String status, Actor actor, Instant now) {
        tell(story.newest().as(status, now), actor, now);
    }

    /** Adds a version that was made now. */
    void tell(OrderVersion order, Actor actor, Instant now) {
        add(stories.computeIfAbsent(key(order.id()), id -> opened(order)), order, now);
        audit.add(order.version() == 1 ? "create_order" : "update_order", order, actor, now);
    }

    private Story opened(OrderVersion order) {
        Story story = new Story(order.facts());
        byCustomer
                .computeIfAbsent(order.facts().customer(), customer -> new LinkedHashMap<>())
                .put(key(order.id()), story);
        return story;
    }

    private void add(Story story, OrderVersion order, Instant now) {
        Instant due = ground.visibleFrom(tenant, now);
        Instant byGet = story.notBefore(due);
        Instant byList = byGet.plus(listLag);
        story.add(order, byGet, byList);
        TruthEntry entry = new TruthEntry(
                tenant,
                order.id(),
                order.version(),
                byGet,
                byList,
                order.changed(),
                order.status(),
                () -> document.of(order, false));
        if (byGet.isAfter(now)) {
            ground.world().schedule(byGet, at -> ground.truth().record(entry));
        } else {
            ground.truth().record(entry);
        }
    }

    /** Ids that are GUIDs are the same in either case. */
    private static String key(String id) {
        return id.length() == 36 ? id.toLowerCase(Locale.ROOT) : id;
    }
}
