/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@link PartnerCenterStatuses}, row by row. */
class PartnerCenterStatusesTest {

    @ParameterizedTest(name = "{0} is {1}, open: {2}")
    @CsvSource({
        "pending_po_upload, open, true",
        "pending_review, in-review, true",
        "po_upload_complete, in-review, true",
        "pending, acknowledged, true",
        "suspended, suspended, true",
        "completed, completed, false",
        "cancelled, cancelled, false",
        "po_review_rejected, rejected, false",
        "partial_success, error, false",
        "error, error, false",
        "unknown, unknown, true",
        "approved, unknown, true",
        ", unknown, true"
    })
    void statusFollowsFromTheWord(String word, String expected, boolean open) {
        assertThat(PartnerCenterStatuses.status(word)).hasToString(expected);
        assertThat(PartnerCenterStatuses.status(word).isOpen()).isEqualTo(open);
    }
}
