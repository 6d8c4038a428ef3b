/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceClockTest {
    private final VirtualTimeline time = new VirtualTimeline();
    private final ServiceClock clock = new ServiceClock(time);
    private final Instant own = time.now();

    @ParameterizedTest(name = "{0} s ahead: its now is ours and {1} s, the earlier of both ours and {2} s")
    @CsvSource({"0, 0, 0", "2, 0, 0", "-2, 0, 0", "3, 3, 0", "-3, -3, -3", "3600, 3600, 0", "-3600, -3600, -3600"})
    void whatAnAnswerTells(long ahead, long now, long earlier) {
        clock.heard(own.plusSeconds(ahead), own);
        assertThat(clock.now()).isEqualTo(own.plusSeconds(now));
        assertThat(clock.earlier()).isEqualTo(own.plusSeconds(earlier));
        assertThat(clock.earlierAt(own.minusSeconds(9)))
                .isEqualTo(own.minusSeconds(9).plusSeconds(earlier));
    }

    @Test
    void untilAnAnswerTellsItIsOurOwnClock() {
        time.advance(Duration.ofMinutes(1));
        assertThat(clock.now()).isEqualTo(own.plusSeconds(60));
        clock.heard(null, own);
        assertThat(clock.now()).isEqualTo(own.plusSeconds(60));
    }

    @Test
    void theLastAnswerCounts() {
        clock.heard(own.plusSeconds(3600), own);
        clock.heard(own, own);
        assertThat(clock.now()).isEqualTo(own);
    }
}
