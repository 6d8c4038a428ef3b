/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** R5: settled, not just read. */
class CoverageTest {

    record Reading(TimeWindow window, Instant began, Duration lookback) {
        boolean settles(Instant instant) {
            return window.contains(instant)
                    && !began.isBefore(instant.plus(lookback).plusNanos(1));
        }
    }

    @Property
    void anInstantIsSettledIffAReadingThatCoversItBeganALookbackLater(@ForAll("readings") List<Reading> readings) {
        Coverage coverage = sum(readings);

        for (Instant instant : Windows.INSTANTS) {
            assertThat(contains(coverage.settled(), instant))
                    .isEqualTo(readings.stream().anyMatch(reading -> reading.settles(instant)));
            assertThat(contains(coverage.covered(), instant))
                    .isEqualTo(readings.stream()
                            .anyMatch(reading -> reading.window().contains(instant)));
        }
    }

    @Property
    void whicheverClosedFirst(@ForAll("readings") List<Reading> readings, @ForAll long seed) {
        List<Reading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(sum(shuffled)).isEqualTo(sum(readings));
    }

    /** As roll-ups do: readings that were added up before are added as the windows of their sum. */
    @Property
    void howeverReadingsAreGroupedTheirSumIsTheSame(
            @ForAll("readings") List<Reading> one,
            @ForAll("readings") List<Reading> other,
            @ForAll("readings") List<Reading> third) {
        List<Reading> all = new ArrayList<>(one);
        all.addAll(other);
        all.addAll(third);

        assertThat(merged(merged(sum(one), sum(other)), sum(third))).isEqualTo(sum(all));
        assertThat(merged(sum(one), merged(sum(other), sum(third)))).isEqualTo(sum(all));
    }

    private static Coverage merged(Coverage one, Coverage other) {
        Intervals covered = one.covered();
        Intervals settled = one.settled();
        for (TimeWindow window : other.covered().windows()) {
            covered = covered.plus(window);
        }
        for (TimeWindow window : other.settled().windows()) {
            settled = settled.plus(window);
        }
        return new Coverage(covered, settled);
    }

    @Property
    void whatIsSettledIsCoveredAndTheRestIsToBeRead(@ForAll("readings") List<Reading> readings) {
        Coverage coverage = sum(readings);
        TimeWindow all = new TimeWindow(Instant.EPOCH, Instant.ofEpochSecond(60));

        assertThat(coverage.settled().windows())
                .allSatisfy(
                        settled -> assertThat(coverage.covered().plus(settled)).isEqualTo(coverage.covered()));
        for (Instant instant : Windows.INSTANTS) {
            assertThat(coverage.unsettled(all).stream().anyMatch(window -> window.contains(instant)))
                    .isNotEqualTo(contains(coverage.settled(), instant));
        }
    }

    @Test
    void aFreshStretchIsReadAgain() {
        TimeWindow hour = new TimeWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));

        Coverage coverage = Coverage.NONE.plus(hour, hour.to(), Duration.ofMinutes(10));

        assertThat(coverage.unsettled(hour))
                .containsExactly(new TimeWindow(Instant.EPOCH.plusSeconds(3000), hour.to()));
    }

    @Provide
    static Arbitrary<List<Reading>> readings() {
        Arbitrary<Instant> began = Arbitraries.longs().between(0, 60).map(Instant::ofEpochSecond);
        Arbitrary<Duration> lookback = Arbitraries.longs().between(0, 20).map(Duration::ofSeconds);
        return Combinators.combine(Windows.any(), began, lookback)
                .as(Reading::new)
                .list()
                .ofMaxSize(10);
    }

    private static Coverage sum(List<Reading> readings) {
        Coverage coverage = Coverage.NONE;
        for (Reading reading : readings) {
            coverage = coverage.plus(reading.window(), reading.began(), reading.lookback());
        }
        return coverage;
    }

    private static boolean contains(Intervals intervals, Instant instant) {
        return intervals.windows().stream().anyMatch(window -> window.contains(instant));
    }
}
