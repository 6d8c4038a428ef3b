/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "90, 90",
        "90.0, 90",
        "9E+1, 90",
        "0.00, 0",
        "-1.50, -1.5",
        "0.00000010, 0.0000001",
        "1E+999999999, 1E+999999999",
        "1E-999999999, 1E-999999999"
    })
    void everyNumberHasOneForm(BigDecimal number, String text) {
        assertThat(PlainNumber.text(number)).isEqualTo(text);
        assertThat(PlainNumber.of(number)).isEqualTo(new BigDecimal(text));
    }

    @Test
    void noNumberStaysNone() {
        assertThat(PlainNumber.of(null)).isNull();
    }
}
