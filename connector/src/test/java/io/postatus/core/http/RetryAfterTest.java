/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant OUR_NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest(name = "Retry-After: {0}, Date: {1} -> {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "57, -, PT57S",
                "' 57 ', -, PT57S",
                "0, -, PT0S",
                "123456789, -, PT34293H33M9S",
                "99999999999999999999, -, PT277777H46M39S",
                "-, -, -",
                "'', -, -",
                "soon, -, -",
                "-5, -, -",
                "1.5, -, -",
                "'Mon, 02 Mar 2026 10:01:00 GMT', -, PT1M",
                "'Mon, 02 Mar 2026 09:00:00 GMT', -, PT0S",
                "'Monday, 02-Mar-26 10:01:00 GMT', -, PT1M",
                "'Mon, 02 Mar 2026 12:00:30 GMT', 'Mon, 02 Mar 2026 12:00:00 GMT', PT30S",
                "'Mon, 32 Mar 2026 10:01:00 GMT', -, -"
            })
    void isReadAsSecondsOrAsADateByTheServicesClock(String wish, String date, Duration wait) {
        Map<String, String> headers = new HashMap<>();
        if (wish != null) {
            headers.put("retry-after", wish);
        }
        if (date != null) {
            headers.put("Date", date);
        }
        ApiResponse response = ApiResponse.of(429, headers, new byte[0]);
        assertThat(RetryAfter.of(response, OUR_NOW)).isEqualTo(wait);
    }
}
