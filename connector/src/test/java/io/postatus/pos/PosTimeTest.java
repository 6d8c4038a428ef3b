/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.TimeWindow;
import io.postatus.pos.wire.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes on a wall, of which nobody says where it stands. */
class PosTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private final PosTime utc = new PosTime(ZoneId.of("UTC"));
    private final PosTime newYork = new PosTime(NEW_YORK);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T05:31, 2026-03-02T10:31:00Z",
        "2026-07-02T05:31, 2026-07-02T09:31:00Z",
        "2026-03-02T05:31:07, 2026-03-02T10:31:07Z",
        "2026-03-02T05:31:07.5, 2026-03-02T10:31:07.500Z",
        "2026-03-02T05:31Z, 2026-03-02T05:31:00Z",
        "2026-03-02T05:31:00+02:00, 2026-03-02T03:31:00Z",
        "2026-11-01T01:30, 2026-11-01T05:30:00Z"
    })
    void datesAreReadInTheZoneUnlessTheyNameOne(String text, Instant instant) {
        assertThat(newYork.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0001-01-01T00:00", "0001-01-01T00:00:00Z"})
    void datesThatWereNeverSetAreNone(String text) {
        assertThat(PosTime.isUnset(text)).isTrue();
        assertThat(utc.instant(text)).isNull();
    }

    @Test
    void whatIsNoDateIsNone() {
        assertThat(utc.instant("soon")).isNull();
        assertThat(utc.instant(null)).isNull();
    }

    @Test
    void boundsAreWholeMinutesThatHoldTheWindow() {
        assertThat(range(utc, "2026-03-02T10:00:59.9Z", "2026-03-02T10:05:00.1Z"))
                .isEqualTo(new DateRange("2026-03-02T10:00", "2026-03-02T10:06", true));
        assertThat(range(utc, "2026-03-02T10:00:00Z", "2026-03-02T10:05:00Z"))
                .isEqualTo(new DateRange("2026-03-02T10:00", "2026-03-02T10:05", true));
    }

    /** Clocks in New York go back from 02:00 to 01:00 on 2026-11-01, at 06:00Z. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T04:00:00Z, 2026-11-01T04:30:00Z, 2026-11-01T00:00, 2026-11-01T00:30",
        "2026-11-01T05:10:00Z, 2026-11-01T05:20:00Z, 2026-11-01T00:59, 2026-11-01T02:00",
        "2026-11-01T05:30:00Z, 2026-11-01T06:10:00Z, 2026-11-01T00:59, 2026-11-01T02:00",
        "2026-11-01T06:10:00Z, 2026-11-01T06:20:00Z, 2026-11-01T00:59, 2026-11-01T02:00",
        "2026-11-01T04:30:00Z, 2026-11-01T07:30:00Z, 2026-11-01T00:30, 2026-11-01T02:30",
        "2026-11-01T07:00:00Z, 2026-11-01T07:30:00Z, 2026-11-01T02:00, 2026-11-01T02:30",
        "2026-03-08T06:30:00Z, 2026-03-08T07:30:00Z, 2026-03-08T01:30, 2026-03-08T03:30"
    })
    void aBoundInTheHourThatComesTwiceMovesOutOfIt(Instant from, Instant to, String fromDate, String toDate) {
        assertThat(newYork.range(new TimeWindow(from, to))).isEqualTo(new DateRange(fromDate, toDate, true));
    }

    /** Whether the service compares what the wall shows, or turns bounds into instants, taking either of two. */
    @Test
    void noMinuteOfTheNightOfTheChangeIsMissedWhateverTheServiceMakesOfTheBounds() {
        Instant night = Instant.parse("2026-11-01T03:00:00Z");
        for (int minute = 0; minute < 360; minute++) {
            Instant from = night.plus(Duration.ofMinutes(minute));
            TimeWindow window = new TimeWindow(from, from.plus(Duration.ofMinutes(7)));
            DateRange range = newYork.range(window);
            LocalDateTime low = LocalDateTime.parse(range.fromDate());
            LocalDateTime high = LocalDateTime.parse(range.toDate());
            for (Instant at = window.from(); at.isBefore(window.to()); at = at.plusSeconds(60)) {
                assertThat(LocalDateTime.ofInstant(at, NEW_YORK)).isBetween(low, high);
            }
            assertThat(low.atZone(NEW_YORK).withLaterOffsetAtOverlap().toInstant())
                    .isBeforeOrEqualTo(window.from());
            assertThat(high.atZone(NEW_YORK).withEarlierOffsetAtOverlap().toInstant())
                    .isAfterOrEqualTo(window.to());
        }
    }

    /** In every zone, at its changes of offset of twenty years and at other times. */
    @Property
    void boundsHoldTheWindowInEveryZoneWhateverTheServiceMakesOfThem(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 30) int change,
            @ForAll @LongRange(min = -20_000, max = 20_000) long seconds,
            @ForAll @LongRange(min = 1, max = 30_000) long length,
            @ForAll @LongRange(max = 30_000) long at) {
        Instant from = changeOfOffset(zone, change).plusSeconds(seconds);
        TimeWindow window = new TimeWindow(from, from.plusSeconds(length));
        Instant inside = from.plusSeconds(at % length);

        DateRange range = new PosTime(zone).range(window);

        LocalDateTime low = LocalDateTime.parse(range.fromDate());
        LocalDateTime high = LocalDateTime.parse(range.toDate());
        assertThat(LocalDateTime.ofInstant(inside, zone))
                .as("on the wall")
                .isAfterOrEqualTo(low)
                .isBeforeOrEqualTo(high);
        assertThat(low.atZone(zone).withLaterOffsetAtOverlap().toInstant()).isBeforeOrEqualTo(window.from());
        assertThat(high.atZone(zone).withEarlierOffsetAtOverlap().toInstant()).isAfterOrEqualTo(window.to());
    }

    @Provide
    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
    }

    /** A fixed instant in zones that have none any more. */
    private static Instant changeOfOffset(ZoneId zone, int number) {
        Instant at = Instant.parse("2016-03-02T10:00:00Z");
        for (int i = 0; i <= number; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            at = next == null ? at : next.getInstant();
        }
        return at;
    }

    private static DateRange range(PosTime time, String from, String to) {
        return time.range(new TimeWindow(Instant.parse(from), Instant.parse(to)));
    }
}
