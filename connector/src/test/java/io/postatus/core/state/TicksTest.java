/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.9999999Z",
                "1970-01-01T00:00:00Z",
                "2026-03-02T14:30:00.1234567Z",
                "9999-12-31T23:59:59.9999999Z"
            })
    void everyInstantThatAServiceSendsComesBack(Instant instant) {
        assertThat(Ticks.instant(Ticks.of(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.0000001S", "PT1.5S", "-PT1.5S", "P30DT0.25S"})
    void everyDurationComesBack(Duration duration) {
        assertThat(Ticks.duration(Ticks.of(duration))).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T14:30:00.123456789Z", "1969-12-31T23:59:59.999999999Z"})
    void whatIsFinerIsCutNotRounded(Instant fine) {
        assertThat(Ticks.instant(Ticks.of(fine))).isBefore(fine).isAfter(fine.minusNanos(100));
    }
}
