/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@link AmazonVendorStatuses}, row by row. */
class AmazonVendorStatusesTest {

    /** A line is written {@code CONFIRMATION/RECEIPT ordered accepted received}; a dash is left out. */
    @ParameterizedTest(name = "{0} [{1}] is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            OPEN    | UNCONFIRMED/NOT_RECEIVED 10 0 0                                                    | open
            OPEN    | -/- - - -                                                                          | open
            OPEN    |                                                                                    | open
            OPEN    | UNCONFIRMED/- 10 0 -, UNCONFIRMED/- 5 0 -                                           | open
            OPEN    | ACCEPTED/NOT_RECEIVED 10 10 0                                                      | acknowledged
            OPEN    | ACCEPTED/- 10 10 -                                                                 | acknowledged
            OPEN    | PARTIALLY_ACCEPTED/NOT_RECEIVED 10 6 0                                             | acknowledged
            OPEN    | REJECTED/NOT_RECEIVED 10 0 0                                                       | acknowledged
            OPEN    | ACCEPTED/NOT_RECEIVED 10 10 0, UNCONFIRMED/NOT_RECEIVED 5 0 0                      | acknowledged
            OPEN    | ACCEPTED/PARTIALLY_RECEIVED 10 10 4                                                | partially-received
            OPEN    | ACCEPTED/PARTIALLY_RECEIVED 10 10 -                                                | partially-received
            OPEN    | ACCEPTED/RECEIVED 10 10 10, ACCEPTED/NOT_RECEIVED 5 5 0                            | partially-received
            OPEN    | ACCEPTED/RECEIVED 10 10 10, UNCONFIRMED/NOT_RECEIVED 5 0 0                         | partially-received
            OPEN    | UNCONFIRMED/PARTIALLY_RECEIVED 10 0 4                                              | partially-received
            OPEN    | ACCEPTED/RECEIVED 10 10 10                                                         | received
            OPEN    | ACCEPTED/- 10 10 10                                                                | received
            OPEN    | PARTIALLY_ACCEPTED/RECEIVED 10 6 6                                                 | received
            OPEN    | ACCEPTED/RECEIVED 10 10 10, REJECTED/NOT_RECEIVED 5 0 0                            | received
            OPEN    | ACCEPTED/RECEIVED 10 10 10, UNCONFIRMED/NOT_RECEIVED 0 0 0                         | received
            CLOSED  | ACCEPTED/RECEIVED 10 10 10                                                         | completed
            CLOSED  | ACCEPTED/PARTIALLY_RECEIVED 10 10 4                                                | completed
            CLOSED  | ACCEPTED/RECEIVED 10 10 10, REJECTED/NOT_RECEIVED 5 0 0                            | completed
            CLOSED  | ACCEPTED/- 10 10 -                                                                 | completed
            CLOSED  |                                                                                    | completed
            CLOSED  | REJECTED/NOT_RECEIVED 10 0 0, REJECTED/- 5 0 -                                     | rejected
            CLOSED  | UNCONFIRMED/NOT_RECEIVED 0 0 0                                                     | cancelled
            CLOSED  | ACCEPTED/NOT_RECEIVED 10 10 0                                                      | cancelled
            CLOSED  | REJECTED/NOT_RECEIVED 10 0 0, UNCONFIRMED/NOT_RECEIVED 0 0 0                       | cancelled
            FROZEN  | ACCEPTED/RECEIVED 10 10 10                                                         | unknown
                    | ACCEPTED/RECEIVED 10 10 10                                                         | unknown
            OPEN    | PONDERED/NOT_RECEIVED 10 0 0                                                       | unknown
            CLOSED  | ACCEPTED/LOST 10 10 10                                                             | unknown
            """)
    void statusFollowsFromTheWords(String word, String lines, String expected) {
        assertThat(AmazonVendorStatuses.status(new PurchaseOrderSummary(null, word, null, null, lines(lines))))
                .hasToString(expected);
    }

    private static List<PurchaseOrderLine> lines(String text) {
        if (text == null) {
            return null;
        }
        List<PurchaseOrderLine> lines = new ArrayList<>();
        for (String line : text.split(",")) {
            String[] parts = line.trim().split("[/ ]");
            TreeMap<String, String> words = new TreeMap<>();
            put(words, AmazonVendorStatuses.CONFIRMATION, parts[0]);
            put(words, AmazonVendorStatuses.RECEIVE, parts[1]);
            lines.add(new PurchaseOrderLine(
                    "" + (lines.size() + 1),
                    "B0EXAMPLE1",
                    words,
                    "Eaches",
                    number(parts[2]),
                    null,
                    number(parts[3]),
                    null,
                    number(parts[4])));
        }
        return lines;
    }

    private static void put(TreeMap<String, String> words, String name, String word) {
        if (!word.equals("-")) {
            words.put(name, word);
        }
    }

    private static BigDecimal number(String text) {
        return text.equals("-") ? null : new BigDecimal(text);
    }
}
