/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.Intervals;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamStateTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private static StreamState covering(TimeWindow... windows) {
        Intervals covered = Intervals.NONE;
        for (TimeWindow window : windows) {
            covered = covered.plus(window);
        }
        return new StreamState(START, START, new Coverage(covered, Intervals.NONE), 0, 0, null, null);
    }

    private static TimeWindow minutes(int from, int to) {
        return new TimeWindow(START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to)));
    }

    @Test
    void beforeItsFirstStartAStreamHasReadNothing() {
        assertThat(StreamState.NEW.readUpTo()).isNull();
        assertThat(StreamState.NEW.read()).isZero();
    }

    @Test
    void itIsReadUpToTheFirstGap() {
        assertThat(covering().readUpTo()).isEqualTo(START);
        assertThat(covering(minutes(5, 9)).readUpTo()).isEqualTo(START);
        assertThat(covering(minutes(-5, 0)).readUpTo()).isEqualTo(START);
        assertThat(covering(minutes(-5, 3), minutes(5, 9)).readUpTo())
                .isEqualTo(minutes(0, 3).to());
    }

    @Test
    void whatIsReadIsCountedFromTheStartAndWithoutGaps() {
        assertThat(covering(minutes(-9, -5), minutes(-1, 3), minutes(5, 9)).read())
                .isEqualTo(Duration.ofMinutes(7));
    }
}
