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
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of {@link AmazonVendorStatuses}, row by row. */
class AmazonVendorStatusesTest {

    /** A line is written {@code CONFIRMATION/RECEIPT ordered accepted received}; a dash is left out. */
    @ParameterizedTest(name = "{0} [{1}] is {2}")
    @CsvFileSource(resources = "/statuses/amazonvendor.csv", delimiter = '|', numLinesToSkip = 1)
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
