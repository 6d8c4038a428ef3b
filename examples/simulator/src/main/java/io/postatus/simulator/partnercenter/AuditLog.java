/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The activity log of one tenant, in the order of time. Guarded by the world. */
final class AuditLog {
    private static final Instant TICKS_BEGIN = Instant.parse("0001-01-01T00:00:00Z");

    private final String tenantId;
    private final boolean microsoftToo;
    private final List<AuditRecord> records = new ArrayList<>();

    AuditLog(String tenantId, boolean microsoftToo) {
        this.tenantId = tenantId;
        this.microsoftToo = microsoftToo;
    }

    void add(String operation, OrderVersion order, Actor actor, Instant at) {
        if (actor == Actor.PARTNER || microsoftToo) {
            // Newest first: the later a record, the nearer its place to the start.
            long place = -records.size();
            records.add(new AuditRecord(place, id(operation, order, at), operation, order, at));
        }
    }

    List<AuditRecord> records() {
        return records;
    }

    /** Partner, customer, resource, operation and ticks of 100 ns since the year 1. */
    private String id(String operation, OrderVersion order, Instant at) {
        long seconds = at.getEpochSecond() - TICKS_BEGIN.getEpochSecond();
        long ticks = seconds * 10_000_000 + at.getNano() / 100;
        String customer = order.facts().customer().id().substring(0, 8);
        return String.join(
                "_",
                tenantId.substring(0, 8),
                customer,
                order.id(),
                operation.replace("_", ""),
                Long.toString(ticks) + records.size());
    }
}
