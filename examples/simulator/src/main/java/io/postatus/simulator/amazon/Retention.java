/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;

/** How far back readers see: 6 months, counted here from creation (reference, section 5.2). */
final class Retention {
    private static final int MONTHS = 6;

    private Retention() {}

    static Predicate<OrderVersion> at(Instant now) {
        Instant oldest = now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        return order -> !order.created().isBefore(oldest);
    }

    /** Without dates and number recent orders come; "recent" is taken to be a week. */
    static TimeRange recentUnlessAsked(TimeRange created, TimeRange updated, String number, Instant now) {
        boolean asked = number != null || !created.unbounded() || !updated.unbounded();
        return asked ? created : new TimeRange(now.minus(TimeRange.LONGEST), null, Bounds.INCLUSIVE);
    }
}
