/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that does not fit must not cost the fields beside it. */
class LongNumberTest {

    @WireRecord
    record Numbered(@LongNumber Long number, String other) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "10482 | 10482",
                "'\"10482\"' | 10482",
                "9223372036854775807 | 9223372036854775807",
                "9223372036854775808 | none",
                "1.5 | none",
                "'\"soon\"' | none",
                "{} | none",
                "[1] | none",
                "null | none"
            })
    void whatIsNoneIsMissing(String json, Long number) {
        Numbered read = WireJson.read(WireJson.tree("{\"number\": " + json + ", \"other\": \"kept\"}"), Numbered.class);

        assertThat(read).isEqualTo(new Numbered(number, "kept"));
    }
}
