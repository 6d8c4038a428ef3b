/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.PurchaseOrderSummary;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of {@link PartnerCenterStatuses}, row by row. */
class PartnerCenterStatusesTest {

    @ParameterizedTest(name = "{0} is {2}, open: {3}")
    @CsvFileSource(resources = "/statuses/partnercenter.csv", delimiter = '|', numLinesToSkip = 1)
    void statusFollowsFromTheWord(String word, String meaning, String expected, boolean open) {
        assertThat(PartnerCenterStatuses.status(word)).hasToString(expected);
        assertThat(PartnerCenterStatuses.status(word).isOpen()).isEqualTo(open);
    }

    /** Microsoft's own word {@code unknown} is in the table, though it says nothing; no word at all is no word. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/statuses/partnercenter.csv", delimiter = '|', numLinesToSkip = 1)
    void onlyTheExampleThatIsNotInTheTableIsAnUnknownWord(String word) {
        PurchaseOrderSummary order = new PurchaseOrderSummary(null, word, null, null, null);
        assertThat(PartnerCenterStatuses.unknownWords(order))
                .isEqualTo("approved".equals(word) ? List.of("status=approved") : List.of());
    }
}
