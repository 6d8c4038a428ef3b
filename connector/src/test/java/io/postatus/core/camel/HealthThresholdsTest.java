/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthThresholdsTest {

    @ParameterizedTest(name = "horizonThreshold={0}, moving on every {1}: {2}")
    @CsvSource({
        ", PT1M, PT3H",
        ", PT1H, PT3H",
        ", PT24H, PT72H",
        "PT0S, PT1M,",
        "PT2M, PT1M, PT2M",
        "PT90M, PT1H, PT90M",
    })
    void aHorizonThatMovesSeldomIsGivenThreeTurns(Duration said, Duration turn, Duration threshold) {
        assertThat(HealthThresholds.of(null, said, turn).horizon()).isEqualTo(threshold);
    }

    @Test
    void silenceIsHealthyUnlessSomebodySaysHowLong() {
        assertThat(HealthThresholds.of(null, null, Duration.ofMinutes(1)).quiet())
                .isNull();
        assertThat(HealthThresholds.of(Duration.ZERO, null, Duration.ofMinutes(1))
                        .quiet())
                .isNull();
        assertThat(HealthThresholds.of(Duration.ofDays(3), null, Duration.ofMinutes(1))
                        .quiet())
                .isEqualTo(Duration.ofDays(3));
    }

    /** It would be down most of the time, and nothing would be wrong. */
    @Test
    void aThresholdBelowTheTurnIsRefused() {
        assertThatThrownBy(() -> HealthThresholds.of(null, Duration.ofMinutes(30), Duration.ofHours(1)))
                .hasMessage("horizonThreshold is PT30M, allowed is zero, which switches it off, or more than PT1H: the"
                        + " horizon moves on only that often when all is well");
    }
}
