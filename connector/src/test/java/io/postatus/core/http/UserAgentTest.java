/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAgentTest {

    @Test
    void partsAreQuotedAsAmazonWantsThem() {
        assertThat(UserAgent.text("1.0(2)", "17", "Linux;x=y"))
                .isEqualTo("purchase-orders-for-camel/1.0\\(2\\) (Language=Java/17; Platform=Linux\\;x\\=y)");
    }

    @Test
    void itSaysWhoWeAre() {
        assertThat(UserAgent.text()).startsWith("purchase-orders-for-camel/");
    }

    @Test
    void itIsNeverLongerThanAmazonAllows() {
        assertThat(UserAgent.text("(".repeat(600), "1".repeat(600), "ü".repeat(600)))
                .hasSizeLessThanOrEqualTo(500)
                .isPrintable();
    }
}
