/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every documented filter finds the one order of two that fits, and not the other (reference, section 4.2). */
class FilterTest extends PosFixture {
    private static final String WANTED = "3f2b8c1e-6a47-4d0f-9b55-0c1d2e3f4a5b";
    private String other;

    @BeforeEach
    void placeTwo() {
        other = place();
        clock.advance(Duration.ofMinutes(10));
        tickets.place(order -> order.id(WANTED)
                .number(4711)
                .line("Comets vs. Kings", 2, "80.00")
                .ticketGroup("group-7")
                .externalNumber("TM-77-10931")
                .vendor("Harbor Events")
                .invoice("invoice-9")
                .tag("season-2026")
                .tag("comets")
                .type("Consignment")
                .statuses("Active", "PartiallyPaid", "Shipped"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'PONumber': 4711",
                "'PONumber': '4711'",
                "'ExternalOrderNumber': 'tm-77-10931'",
                "'Email': 'robin@harbor-events.example.com'",
                "'Company': 'HARBOR EVENTS'",
                "'ShippingStatus': ['Shipped']",
                "'PaymentStatus': ['PartiallyPaid', 'Paid']",
                "'PaymentStatus': [2]",
                "'PurchaseOrderStatus': ['active']",
                "'PurchaseOrderStatus': [2, 4]",
                "'POType': ['Consignment']",
                "'PurchaseOrderDate': {'FromDate': '2026-03-02T10:10', 'FilterByTime': true}",
                "'UpdatedSince': {'FromDate': '2026-03-02T10:10', 'FilterByTime': true}",
                "'DateUpdated': '2026-03-02T10:10'",
                "'TicketGroupId': 'group-7'",
                "'PurchaseOrderId': '" + WANTED + "'",
                "'InvoiceId': 'invoice-9'",
                "'Tags': ['elsewhere', 'comets']",
            })
    void aFilterFindsWhatFits(String filter) {
        assertThat(client.search("{" + filter.replace('\'', '"') + "}").ids()).containsExactly(WANTED);
    }

    @Test
    void theVendorsIdIsAFilter() {
        String customer = tickets.document(WANTED).at("/ShipFrom/CustomerId").asText();

        assertThat(client.search("{\"CustomerId\": \"" + customer + "\"}").ids())
                .containsExactly(WANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'PurchaseOrderStatus': ['Any']",
                "'PurchaseOrderStatus': [0, 'Void']",
                "'PurchaseOrderStatus': []",
                "'PONumber': 0",
                "'Company': ''",
                "'Tags': null",
                "'SomethingNew': 7",
            })
    void whatSaysNothingFiltersNothing(String filter) {
        assertThat(client.search("{" + filter.replace('\'', '"') + "}").ids()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"PONumber, false", "PurchaseOrderDate, true", "GrandTotal, false", "POStatus, false", "Company, false"})
    void aColumnSortsBothWays(String column, boolean otherFirst) {
        String sorted = "{\"OrderBy\": \"%s\", \"SortOrder\": \"%s\"}";

        assertThat(client.search(sorted.formatted(column, "ASC")).ids().get(0)).isEqualTo(otherFirst ? other : WANTED);
        assertThat(client.search(sorted.formatted(column, "DESC")).ids().get(0)).isEqualTo(otherFirst ? WANTED : other);
    }

    @Test
    void whatWasAskedIsRecordedWithoutSecrets() {
        client.search("{\"PaymentStatus\": [2], \"UpdatedSince\": {\"FromDate\": \"2026-03-02T10:10\"}}");

        var request =
                simulator.pos().requests(PosOperation.SEARCH_PURCHASE_ORDERS).get(0);
        assertThat(request.account()).isEqualTo("tickets-1");
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.query())
                .containsEntry("UpdatedSince.FromDate", "2026-03-02T10:10")
                .containsEntry("PaymentStatus", "[2]");
        assertThat(request.headers()).containsKey("content-type").doesNotContainKeys("x-token", "x-signature");
        assertThat(simulator.pos().requests().toString()).doesNotContain(tickets.secret(), tickets.token());
        assertThat(simulator.pos().accepted("tickets-1", PosOperation.SEARCH_PURCHASE_ORDERS))
                .isEqualTo(1);
    }
}
