/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PollSettingsTest {

    private static PollSettings pausing(String interval) {
        return new PollSettings(
                Duration.parse(interval),
                StartFrom.parse("now"),
                InitialState.tell,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofDays(1),
                Duration.ofDays(1),
                null,
                1,
                1,
                Duration.ofMinutes(1),
                Duration.ofSeconds(30));
    }

    @ParameterizedTest(name = "every {0}: {1}")
    @CsvSource({"PT1M, 1 2 4 8 15 15", "PT5M, 5 10 15 15 15 15", "PT15M, 15 15 15 15 15 15", "PT1H, 60 60 60 60 60 60"})
    void thePauseDoublesUpToAQuarterOfAnHourOrTheInterval(String interval, String minutes) {
        PollSettings settings = pausing(interval);
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(failures -> "" + settings.pauseAfter(failures).toMinutes()))
                .containsExactly(minutes.split(" "));
    }

    @Test
    void anyNumberOfFailuresIsCounted() {
        assertThat(pausing("PT1S").pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("delay is PT0S, allowed is more than zero", f -> f.interval = Duration.ZERO),
                refused("lookback is PT-1S, allowed is zero or more", f -> f.lookback = Duration.ofSeconds(-1)),
                refused("safetyLag is PT-1S, allowed is zero or more", f -> f.safetyLag = Duration.ofSeconds(-1)),
                refused("retention is PT0S, allowed is more than zero", f -> f.retention = Duration.ZERO),
                refused("openOrderInterval is PT0S, allowed is more than zero", f -> f.watchInterval = Duration.ZERO),
                refused("concurrentRequests is 0, allowed is 1 or more", f -> f.slicesInFlight = 0),
                refused("maxUnconfirmed is 0, allowed is 1 or more", f -> f.maxUnconfirmed = 0),
                refused("confirmTimeout is PT0S, allowed is more than zero", f -> f.confirmTimeout = Duration.ZERO),
                refused("leaseLife is PT0S, allowed is more than zero", f -> f.leaseLife = Duration.ZERO));
    }

    private static Arguments refused(String message, Consumer<PollFixture> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String message, Object change) {
        PollFixture fixture = new PollFixture();
        @SuppressWarnings("unchecked")
        Consumer<PollFixture> applied = (Consumer<PollFixture>) change;
        applied.accept(fixture);
        assertThatThrownBy(fixture::poll)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
