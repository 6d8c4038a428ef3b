/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.model.PurchaseOrderSummary;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of {@link PosStatuses}, row by row. */
class PosStatusesTest {

    @ParameterizedTest(name = "{0} voided {1} because {2} received {3} is {4}")
    @CsvFileSource(resources = "/statuses/pos.csv", delimiter = '|', numLinesToSkip = 1)
    void onlyDatesSpeak(String word, String voided, String reason, String received, String status) {
        assertThat(status("", word, voided, reason, received)).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} voided {1} received {2} is {3}")
    @CsvSource({
        "Closed, , , completed",
        "Closed, , 2026-03-02T10:00, completed",
        "4, , , cancelled",
        "Closed, 2026-03-02T10:00, , cancelled",
        "closed, , , open"
    })
    void theUserSaysWhatWordsMeanButAVoidedOrderIsVoid(String word, String voided, String received, String status) {
        assertThat(status("Closed=completed, 4 = cancelled", word, voided, null, received))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Closed", "=completed", "Closed=finished"})
    void whatIsNoPairIsRefusedWithWhatIsAllowed(String option) {
        assertThatThrownBy(() -> PosStatuses.parse(option))
                .hasMessageContaining("statuses has '" + option + "', allowed are pairs such as Closed=completed")
                .hasMessageContaining("partially-received");
    }

    @Test
    void noOptionIsNoWord() {
        assertThat(PosStatuses.parse(null)).isEqualTo(PosStatuses.parse(" "));
    }

    private static String status(String option, String word, String voided, String reason, String received) {
        TreeMap<String, String> words = new TreeMap<>();
        words.put("DateVoided", voided);
        words.put("VoidReason", reason);
        words.put("DateReceived", received);
        return PosStatuses.parse(option)
                .status(new PurchaseOrderSummary(null, word, words, null, null))
                .toString();
    }
}
