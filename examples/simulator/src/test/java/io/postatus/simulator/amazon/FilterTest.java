/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each filter of getPurchaseOrdersStatus (reference, section 5.1). */
class FilterTest extends AmazonFixture {
    @Test
    void statusTellsOpenFromClosed() {
        String open = place();
        String closed = place();
        acme.close(closed);

        assertThat(with("purchaseOrderStatus", "OPEN")).containsExactly(open);
        assertThat(with("purchaseOrderStatus", "CLOSED")).containsExactly(closed);
    }

    @Test
    void oneLineInTheStateIsEnoughAndAllLinesAreShown() {
        String two = acme.place(order -> order.line("B0EXAMPLE1", 10).line("B0EXAMPLE2", 10));
        acme.acknowledge(two, 1, 4, 6);
        place();

        assertThat(with("itemConfirmationStatus", "PARTIALLY_ACCEPTED")).containsExactly(two);
        assertThat(with("itemConfirmationStatus", "UNCONFIRMED")).hasSize(2);
        assertThat(with("itemConfirmationStatus", "REJECTED")).isEmpty();
        assertThat(client.status("itemConfirmationStatus", "PARTIALLY_ACCEPTED")
                        .rows()
                        .get(0)
                        .path("itemStatus"))
                .hasSize(2);
    }

    @Test
    void receiptsAreTold() {
        String part = place();
        acme.accept(part);
        acme.receive(part, 1, 30);
        String none = place();

        assertThat(with("itemReceiveStatus", "PARTIALLY_RECEIVED")).containsExactly(part);
        assertThat(with("itemReceiveStatus", "NOT_RECEIVED")).containsExactly(none);
        acme.receive(part, 1, 70);
        assertThat(with("itemReceiveStatus", "RECEIVED")).containsExactly(part);
        assertThat(with("purchaseOrderStatus", "CLOSED")).containsExactly(part);
    }

    @Test
    void partiesAndNumberSelect() {
        String first = acme.place(
                order -> order.line("B0EXAMPLE1", 1).vendorCode("ACME2").shipTo("MUC3"));
        place();

        assertThat(with("orderingVendorCode", "ACME2")).containsExactly(first);
        assertThat(with("shipToPartyId", "MUC3")).containsExactly(first);
        assertThat(with("purchaseOrderNumber", first)).containsExactly(first);
        assertThat(with("purchaseOrderNumber", "NOSUCHPO")).isEmpty();
    }

    @Test
    void boundsAreExclusiveUnlessTheBuilderSaysOtherwise() {
        place();
        String at = "2026-03-02T10:00:00Z";
        assertThat(with("updatedAfter", at)).isEmpty();
        assertThat(with("updatedBefore", at)).isEmpty();
        assertThat(with("updatedAfter", "2026-03-02T09:59:59.999Z")).hasSize(1);

        try (Simulator inclusive = Simulator.builder()
                .clock(clock)
                .amazon(amazon -> amazon.bounds(Bounds.INCLUSIVE))
                .build()
                .start()) {
            AmazonAccount account = inclusive.amazon().account("ACME1");
            account.place(order -> order.line("B0EXAMPLE1", 1));
            VendorClient other = new VendorClient(inclusive, account);
            assertThat(other.status("updatedAfter", at, "updatedBefore", at).numbers())
                    .hasSize(1);
            assertThat(other.status("createdAfter", at, "createdBefore", at).numbers())
                    .hasSize(1);
        }
    }

    @Test
    void theUpdatedRangeFollowsTheLastUpdateAndAReceiptDoesNotMoveIt() {
        String number = place();
        clock.advance(Duration.ofDays(1));
        acme.accept(number);
        clock.advance(Duration.ofDays(1));
        acme.receive(number, 1, 30);

        assertThat(with("updatedAfter", "2026-03-03T09:00:00Z", "updatedBefore", "2026-03-03T11:00:00Z"))
                .containsExactly(number);
        assertThat(with("updatedAfter", "2026-03-04T09:00:00Z")).isEmpty();
        assertThat(acme.document(number)
                        .at("/itemStatus/0/receivingStatus/receivedQuantity/amount")
                        .asInt())
                .isEqualTo(30);
    }

    @Test
    void receiptsMoveTheLastUpdateWhenTheBuilderSaysSo() {
        try (Simulator moving =
                Simulator.builder().clock(clock).receiptsMoveLastUpdated(true).build()) {
            AmazonAccount account = moving.amazon().account("ACME1");
            String number = account.place(order -> order.line("B0EXAMPLE1", 100));
            clock.advance(Duration.ofDays(1));
            account.receive(number, 1, 30);

            assertThat(account.document(number).path("lastUpdatedDate").asText())
                    .isEqualTo("2026-03-03T10:00:00.000Z");
        }
    }

    @Test
    void nothingOlderThanSixMonthsIsShown() {
        acme.place(order -> order.line("B0EXAMPLE1", 1).createdAt(Instant.parse("2025-09-02T09:59:59Z")));
        String kept = acme.place(order -> order.line("B0EXAMPLE1", 1).createdAt(Instant.parse("2025-09-02T10:00:00Z")));

        assertThat(with("createdAfter", "2025-08-31T00:00:00Z", "createdBefore", "2025-09-05T00:00:00Z"))
                .containsExactly(kept);
    }

    @Test
    void withoutDatesAndNumberOnlyRecentOrdersCome() {
        acme.place(order -> order.line("B0EXAMPLE1", 1).createdAt(Instant.parse("2026-02-20T10:00:00Z")));
        String recent = place();

        assertThat(client.status().numbers()).containsExactly(recent);
    }

    private List<String> with(String... namesAndValues) {
        return client.status(namesAndValues).numbers();
    }
}
