/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain form is read by hand and must be read like the others. */
class DateTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
        "2026-03-02T10:00:00.007Z, 2026-03-02T10:00:00.007Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "2026-03-02T10:00:00.1234567Z, 2026-03-02T10:00:00.123456700Z",
        "2026-03-02T10:00Z, 2026-03-02T10:00:00Z",
        "2026-03-02T12:00:00+02:00, 2026-03-02T10:00:00Z",
        "2026-03-02T10:00:00, 2026-03-02T10:00:00Z",
    })
    void everyFormIsReadAsTheInstantThatItIs(String text, Instant instant) {
        assertThat(DateTimes.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-02T15:00:00Z",
        "2026-07-02T10:00:00, 2026-07-02T14:00:00Z",
        "2026-11-01T01:30, 2026-11-01T05:30:00Z",
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
        "2026-03-02T12:00:00+02:00, 2026-03-02T10:00:00Z",
    })
    void aZoneIsForWhatNamesNone(String text, Instant instant) {
        assertThat(DateTimes.parse(text, ZoneId.of("America/New_York"))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-03-02T24:00:00Z",
                "2026-03-02T10:00:60Z",
                "soon",
                "0000-12-31T10:00:00+00:00",
                "+10000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z"
            })
    void whatIsNoInstantIsRefused(String text) {
        assertThatThrownBy(() -> DateTimes.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
