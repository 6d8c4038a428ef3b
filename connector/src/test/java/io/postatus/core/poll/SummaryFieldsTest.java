/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** R11 for the summary: what is compared, and what a new answer takes over from what was known. */
class SummaryFieldsTest {
    private static final Instant UPDATED = Instant.parse("2026-03-02T10:00:00Z");

    private static PurchaseOrderSummary summary(PurchaseOrderLine... lines) {
        return new PurchaseOrderSummary(Status.OPEN, "NEW", words("payment", "DUE"), UPDATED, List.of(lines));
    }

    private static PurchaseOrderLine line(String number, Integer ordered, Integer received) {
        return new PurchaseOrderLine(
                number, null, words("receive", "NONE"), "EA", quantity(ordered), null, null, null, quantity(received));
    }

    private static BigDecimal quantity(Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static SortedMap<String, String> words(String name, String word) {
        SortedMap<String, String> words = new TreeMap<>();
        words.put(name, word);
        return words;
    }

    @Test
    void everyFieldThatHasAValueIsCompared() {
        PurchaseOrderLine full = new PurchaseOrderLine(
                "1",
                "SKU",
                words("receive", "NONE"),
                "EA",
                quantity(10),
                quantity(1),
                quantity(9),
                quantity(2),
                quantity(3));
        assertThat(SummaryFields.of(summary(full)))
                .containsExactlyEntriesOf(new TreeMap<>(Map.ofEntries(
                        Map.entry("status", "open"),
                        Map.entry("vendorStatus", "NEW"),
                        Map.entry("vendorStatuses.payment", "DUE"),
                        Map.entry("lastUpdated", "2026-03-02T10:00:00Z"),
                        Map.entry("lines[1].number", "1"),
                        Map.entry("lines[1].product", "SKU"),
                        Map.entry("lines[1].unitOfMeasure", "EA"),
                        Map.entry("lines[1].orderedQuantity", "10"),
                        Map.entry("lines[1].cancelledQuantity", "1"),
                        Map.entry("lines[1].acceptedQuantity", "9"),
                        Map.entry("lines[1].rejectedQuantity", "2"),
                        Map.entry("lines[1].receivedQuantity", "3"),
                        Map.entry("lines[1].vendorStatuses.receive", "NONE"))));
    }

    @Test
    void whatHasNoValueIsNotCompared() {
        assertThat(SummaryFields.of(new PurchaseOrderSummary(Status.OPEN, null, null, null, null)))
                .containsOnlyKeys("status");
    }

    @Test
    void whatAnAnswerLeavesOutKeepsItsKnownValue() {
        PurchaseOrderSummary known = summary(line("1", 10, 3));
        PurchaseOrderLine bare = new PurchaseOrderLine("1", null, null, null, null, null, null, null, null);
        PurchaseOrderSummary newer = new PurchaseOrderSummary(Status.OPEN, null, null, null, List.of(bare));
        assertThat(SummaryFields.complete(newer, known)).isEqualTo(known);
        assertThat(SummaryFields.complete(new PurchaseOrderSummary(Status.OPEN, null, null, null, null), known))
                .isEqualTo(known);
    }

    @Test
    void aWordThatIsNullIsLeftOut() {
        PurchaseOrderSummary newer =
                new PurchaseOrderSummary(Status.OPEN, "NEW", words("payment", null), UPDATED, null);
        assertThat(SummaryFields.complete(newer, summary()).vendorStatuses()).containsEntry("payment", "DUE");
    }

    @Test
    void whatAnAnswerSaysReplacesWhatWasKnown() {
        PurchaseOrderSummary completed = SummaryFields.complete(summary(line("1", 10, 7)), summary(line("1", 10, 3)));
        assertThat(SummaryFields.of(completed)).containsEntry("lines[1].receivedQuantity", "7");
    }

    @Test
    void aWordThatAnAnswerSaysReplacesTheOneThatWasKnown() {
        PurchaseOrderSummary newer =
                new PurchaseOrderSummary(Status.OPEN, "NEW", words("payment", "PAID"), UPDATED, null);
        assertThat(SummaryFields.complete(newer, summary()).vendorStatuses()).containsEntry("payment", "PAID");
    }

    @Test
    void aLineThatIsGoneIsGone() {
        PurchaseOrderSummary completed =
                SummaryFields.complete(summary(line("2", 1, 1)), summary(line("1", 10, 3), line("2", 1, 0)));
        assertThat(completed.lines()).extracting(PurchaseOrderLine::number).containsExactly("2");
    }

    /** The last line of a number once stood for all of them, so that the others could change unseen. */
    @Test
    void linesThatShareANumberAreComparedEach() {
        PurchaseOrderSummary before = summary(line("1", 10, 3), line("1", 20, 5));
        PurchaseOrderSummary now = summary(line("1", 10, 4), line("1", 20, 5));
        assertThat(SummaryFields.of(now)).isNotEqualTo(SummaryFields.of(before));
        assertThat(SummaryFields.complete(summary(line("1", 10, null), line("1", 20, null)), before))
                .isEqualTo(before);
    }

    @Test
    void linesWithoutNumbersAreComparedEach() {
        PurchaseOrderSummary before = summary(line(null, 10, 3), line(null, 20, 5));
        PurchaseOrderSummary now = summary(line(null, 10, 4), line(null, 20, 5));
        assertThat(SummaryFields.of(now)).isNotEqualTo(SummaryFields.of(before));
        assertThat(SummaryFields.complete(now, before).lines())
                .isEqualTo(Arrays.asList(now.lines().toArray()));
    }
}
