/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartFromTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-02T10:00:00Z",
        "PT6H, 2026-03-02T04:00:00Z",
        "P90D, 2025-12-02T10:00:00Z",
        "PT0S, 2026-03-02T10:00:00Z",
        "2026-01-31T00:00:00Z, 2026-01-31T00:00:00Z",
        "2030-01-01T00:00:00Z, 2030-01-01T00:00:00Z"
    })
    void aStart(String text, Instant expected) {
        assertThat(StartFrom.parse(text).at(NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "PT0S", "P90D", "2026-03-02T10:00:00Z"})
    void aStartThatHasComeIsTaken(String text) {
        assertThatCode(() -> StartFrom.parse(text).requirePast(NOW)).doesNotThrowAnyException();
    }

    @Test
    void aStartThatHasNotComeYetIsRefused() {
        assertThatThrownBy(() -> StartFrom.parse("2026-03-02T10:00:01Z").requirePast(NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "startFrom is '2026-03-02T10:00:01Z', allowed are now, a duration back from now such as P90D"
                                + " or PT6H, or an instant such as 2026-01-31T00:00:00Z that has passed (it is"
                                + " 2026-03-02T10:00:00Z now)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "NOW", "PT-1H", "-PT1H", "P1M", "90", "2026-01-31", "2026-01-31T00:00:00"})
    void whatIsRefusedIsToldWhatIsAllowed(String text) {
        assertThatThrownBy(() -> StartFrom.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("startFrom is '" + text + "', allowed are now, a duration back from now such as P90D or"
                        + " PT6H, or an instant such as 2026-01-31T00:00:00Z");
    }
}
