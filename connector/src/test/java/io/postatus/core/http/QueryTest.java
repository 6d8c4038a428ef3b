/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Query PAGE = Query.NONE.with("limit", 100).with("nextToken", "a b");

    @Test
    void valuesOfEveryTypeKeepTheOrderInWhichTheyWereSet() {
        assertThat(PAGE.with("after", Instant.EPOCH).with("details", false).encoded())
                .isEqualTo("?limit=100&nextToken=a%20b&after=1970-01-01T00%3A00%3A00Z&details=false");
    }

    @Test
    void parameterThatIsSetAgainIsReplacedAndNullTakesItOut() {
        assertThat(PAGE.with("nextToken", "c").encoded()).isEqualTo("?limit=100&nextToken=c");
        assertThat(PAGE.with("nextToken", null).encoded()).isEqualTo("?limit=100");
        assertThat(PAGE.with("nextToken", null).value("nextToken")).isNull();
        assertThat(PAGE.value("nextToken")).isEqualTo("a b");
    }

    @Test
    void nothingToAskLeavesThePathAlone() {
        assertThat(Query.NONE.encoded()).isEmpty();
    }

    @Test
    void pageTokensAreNotPrinted() {
        assertThat(PAGE.toString()).contains("nextToken").doesNotContain("a b");
    }
}
