/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * A range of the clock on the wall (section 4.2, DateValue). Where that clock is put back, two instants an hour apart
 * are the same minute, and a range takes both.
 *
 * @param byTime whether the time counts, or only the day
 * @param endExcluded whether {@code ToDate} itself lies outside
 */
record DateWindow(LocalDateTime from, LocalDateTime to, boolean byTime, boolean endExcluded) {
    private static final int WIDEST_OFFSET_HOURS = 18;
    static final DateWindow ALWAYS = new DateWindow(null, null, true, false);

    static DateWindow of(Fields body, String name, boolean endExcluded) {
        Optional<Fields> value = body.object(name);
        return value.isEmpty() ? ALWAYS : of(value.get(), endExcluded);
    }

    private static DateWindow of(Fields value, boolean endExcluded) {
        LocalDateTime from = minutes(value.date("FromDate"));
        LocalDateTime to = minutes(value.date("ToDate"));
        return new DateWindow(from, to, value.flag("FilterByTime"), endExcluded);
    }

    /** The range in a query, both ends included. */
    static DateWindow of(Map<String, String> query) {
        ObjectNode value = Json.object();
        query.forEach(value::put);
        return of(new Fields(value, ""), false);
    }

    static DateWindow since(LocalDateTime from) {
        return new DateWindow(minutes(from), null, true, false);
    }

    boolean unbounded() {
        return from == null && to == null;
    }

    boolean contains(LocalDateTime local) {
        return byTime ? containsTime(local) : containsDay(local.toLocalDate());
    }

    /** Earlier than anything the range may hold, whatever the zone. */
    Instant earliest() {
        return from == null
                ? Instant.MIN
                : from.toLocalDate()
                        .atStartOfDay()
                        .minusHours(WIDEST_OFFSET_HOURS)
                        .toInstant(ZoneOffset.UTC);
    }

    /** Later than anything the range may hold, whatever the zone. */
    Instant latest() {
        return to == null
                ? Instant.MAX
                : to.toLocalDate()
                        .plusDays(1)
                        .atStartOfDay()
                        .plusHours(WIDEST_OFFSET_HOURS)
                        .toInstant(ZoneOffset.UTC);
    }

    private boolean containsTime(LocalDateTime local) {
        return (from == null || !local.isBefore(from))
                && (to == null || local.isBefore(to) || (local.isEqual(to) && !endExcluded));
    }

    private boolean containsDay(LocalDate day) {
        return (from == null || !day.isBefore(from.toLocalDate())) && (to == null || !day.isAfter(to.toLocalDate()));
    }

    private static LocalDateTime minutes(LocalDateTime at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
    }
}
