/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.http.Query;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The activity log is asked for whole days of UTC, and the order of its records is not documented. So today is read
 * again and again and never credited; a day is credited once it is over and {@code lookback} has passed, for records may
 * come late. See apis/partner-center-orders.md 10.
 */
record ActivityLogDays(Duration lookback) {

    /** A day less than Microsoft keeps: a request that is sent after midnight must not ask for too much. */
    static final Duration RETENTION = Duration.ofDays(89);

    /** How late a record may come: Microsoft says nothing, so an hour, as for what Amazon shows. */
    static final Duration LATEST_RECORD = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    /** The days that are over. */
    List<Slice> closed(List<TimeWindow> unsettled, Instant now) {
        List<Slice> slices = new ArrayList<>();
        unsettled.forEach(window -> window.before(over(now)).ifPresent(closed -> cut(closed, slices)));
        return slices;
    }

    /** Today, and yesterday while its records may still come: nothing of them is credited. */
    List<Slice> recent(List<TimeWindow> unsettled, Instant now) {
        Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(DAY);
        return unsettled.get(unsettled.size() - 1).since(over(now)).stream()
                .<Slice>map(recent -> new Slice.Window(null, new TimeWindow(recent.from(), tomorrow)))
                .toList();
    }

    private Instant over(Instant now) {
        return now.minus(lookback).truncatedTo(ChronoUnit.DAYS);
    }

    private static void cut(TimeWindow closed, List<Slice> slices) {
        for (Instant from = closed.from(); from.isBefore(closed.to()); ) {
            Instant end = from.truncatedTo(ChronoUnit.DAYS).plus(LONGEST);
            TimeWindow days = new TimeWindow(from, end.isBefore(closed.to()) ? end : closed.to());
            slices.add(new Slice.Window(days, days));
            from = days.to();
        }
    }

    /** The days that a window touches, both bounds included. */
    static Query query(TimeWindow asked) {
        return Query.NONE
                .with("startDate", day(asked.from()))
                .with("endDate", day(asked.to().minusNanos(1)));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
