/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long TICK = 100;

    private final Random random = new Random(7);

    @Test
    void sixtyChangesAnHourComeAMinuteApartOnAverage() {
        double mean = intervals(Pace.perHour(60)).average().orElseThrow();

        assertThat(mean / Duration.ofMinutes(1).toNanos()).isCloseTo(1, within(0.05));
    }

    @Test
    void intervalsAreWholeTicksAndNeverNothing() {
        Pace faster = Pace.perMinute(1e9).inTicksOf(Duration.ofNanos(TICK));

        assertThat(intervals(faster)).allMatch(nanos -> nanos >= TICK && nanos % TICK == 0);
    }

    private LongStream intervals(Pace pace) {
        return LongStream.generate(() -> pace.nanosToNext(random)).limit(10_000);
    }
}
