/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.wire.DateTimes;
import io.postatus.pos.wire.DateRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * The service's clock on the wall: minutes without zone, apis/ticketutils-pos.md 3.
 *
 * @param zone in which that clock hangs; nobody documents it
 */
record PosTime(ZoneId zone) {

    static final Duration RESOLUTION = Duration.ofMinutes(1);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** What .NET writes for a date that was never set. */
    private static final String NEVER = "0001-01-01";

    /** Whether a date is not set, in any of the three ways of saying so. */
    static boolean isUnset(String text) {
        return text == null || text.isBlank() || text.startsWith(NEVER);
    }

    /** Null if the date is not set, or is none. Of two instants that are the same minute on the wall, the earlier one. */
    Instant instant(String text) {
        try {
            return isUnset(text) ? null : DateTimes.parse(text, zone);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** As the service writes it; null stays null. */
    String text(Instant instant) {
        return instant == null ? null : MINUTES.format(local(instant));
    }

    /**
     * Bounds that hold at least the window, whatever the service makes of them. Where the clock is put back, an hour comes
     * twice, and a bound inside it may mean either: it moves out of it.
     */
    DateRange range(TimeWindow window) {
        LocalDateTime from = local(window.from()).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime to = local(window.to().plus(RESOLUTION).minusNanos(1)).truncatedTo(ChronoUnit.MINUTES);
        ZoneOffsetTransition fromTwice = zone.getRules().getTransition(from);
        ZoneOffsetTransition toTwice = zone.getRules().getTransition(to);
        return new DateRange(
                MINUTES.format(
                        isOverlap(fromTwice) ? fromTwice.getDateTimeAfter().minus(RESOLUTION) : from),
                MINUTES.format(isOverlap(toTwice) ? toTwice.getDateTimeBefore() : to),
                true);
    }

    private static boolean isOverlap(ZoneOffsetTransition transition) {
        return transition != null && transition.isOverlap();
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }
}
