/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static io.postatus.simulator.pos.PosClient.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.pos.PosClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Update, payments and revisions (reference, sections 4.4 to 4.6). */
class WritingTest extends PosFixture {
    private String id;
    private String path;

    @BeforeEach
    void placeAnOrder() {
        id = place();
        path = ORDERS + "/" + id;
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void anUpdateChangesHeaderAndPricesButNoStatus() {
        String item = tickets.document(id).at("/Items/0/PurchaseOrderItemId").asText();
        Reply reply = client.put(
                path,
                """
                {"ExternalOrderNumber": "TM-2", "POType": "Consignment", "PublicNote": "Second batch",
                 "POStatus": "Void",
                 "Consignment": {"Operation": "Percentage", "Commission": 12.5},
                 "Shipping": {"Cost": 15.0, "TrackingNumber": "770", "Carrier": "UPS", "Type": "Electronic"},
                 "Items": [{"PurchaseOrderItemId": "%s", "UnitPrice": {"Currency": "USD", "Amount": 100.0},
                            "Tax": 4.5, "Notes": "Aisle"}]}"""
                        .formatted(item));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.bytes()).isEmpty();
        JsonNode order = client.one(id).body();
        assertThat(order.path("ExternalOrderNumber").asText()).isEqualTo("TM-2");
        assertThat(order.path("POType").asText()).isEqualTo("Consignment");
        assertThat(order.path("POStatus").asText()).isEqualTo("Pending");
        assertThat(order.path("Notes").asText()).isEqualTo("Second batch");
        assertThat(order.path("ConsignCommission").asDouble()).isEqualTo(12.5);
        assertThat(order.path("ShippingCarrier").asText()).isEqualTo("UPS");
        assertThat(order.at("/GrandTotal/Amount").asDouble()).isEqualTo(419.5);
        assertThat(client.search(window("2026-03-02T10:01", "2026-03-02T10:01")).ids())
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"POType\": \"Gift\"} | POType",
                "{\"Shipping\": {\"Carrier\": \"Pigeon\"}} | Shipping.Carrier",
                "{\"Shipping\": {\"Cost\": \"much\"}} | Shipping.Cost",
                "{\"Items\": [{\"PurchaseOrderItemId\": \"none\"}]} | Items.PurchaseOrderItemId",
                "{\"ShipFromContactId\": \"nobody\"} | ShipFromContactId",
            })
    void aRefusedUpdateLeavesTheOrderAsItWas(String body, String property) {
        JsonNode before = tickets.document(id);

        Reply reply = client.put(path, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).isEqualTo("Invalid request: " + property);
        assertThat(tickets.document(id)).isEqualTo(before);
        assertThat(simulator.truth().versions("tickets-1", id)).hasSize(1);
    }

    @Test
    void anExternalNumberHasAHundredSignsAtMost() {
        String body = "{\"ExternalOrderNumber\": \"%s\"}";
        assertThat(client.put(path, body.formatted("x".repeat(101))).status()).isEqualTo(400);
        assertThat(client.put(path, body.formatted("x".repeat(100))).status()).isEqualTo(200);
    }

    @Test
    void aPaymentIsAddedListedByItsUpdateAndPaidBack() {
        pay("{\"Currency\": \"USD\", \"Amount\": 500.0}");
        JsonNode listed = client.get(path + "/Payments").body();
        assertThat(listed.isArray()).isTrue();
        String payment = listed.at("/0/PaymentId").asText();
        assertThat(listed.at("/0/PaymentStatus").asText()).isEqualTo("None");
        assertThat(listed.at("/0/DateUpdated").asText()).isEqualTo("2026-03-02T10:01");
        assertThat(client.get(path + "/Payments/" + payment).body()).isEqualTo(listed.get(0));
        assertThat(paidOn("2026-03-02T10:02")).isEmpty();
        assertThat(paidOn("2026-03-02T10:01")).hasSize(1);
        assertThat(client.one(id).body().path("PaymentStatus").asText()).isEqualTo("Paid");

        Reply refund = client.put(path + "/Payments/" + payment + "/refund", "{\"Amount\": 200.0}");
        assertThat(refund.status()).isEqualTo(200);
        JsonNode order = client.one(id).body();
        assertThat(order.path("PaymentStatus").asText()).isEqualTo("PartiallyPaid");
        assertThat(order.at("/Payments/0/RemainingRefundAmount/Amount").asDouble())
                .isEqualTo(300.0);
        assertThat(order.at("/Payments/1/ContraEntryId").asText()).isEqualTo(payment);
        assertThat(client.put(path + "/Payments/" + payment + "/refund", "{\"Amount\": 300.01}")
                        .message())
                .isEqualTo("Invalid request: Amount");
    }

    @Test
    void aPaymentNeedsAModeAnAmountAndAnOrder() {
        String amount = "{\"Amount\": {\"Currency\": \"USD\", \"Amount\": 5.0}}";
        assertThat(client.post(path + "/Payments", amount).message()).isEqualTo("Invalid request: PaymentModeId");
        assertThat(pay("5").message()).isEqualTo("Invalid request: Amount");
        assertThat(pay("{\"Amount\": -1}").message()).isEqualTo("Invalid request: Amount.Amount");
        assertThat(client.get(path + "/Payments/none").message()).isEqualTo("Payment not found.");
        assertThat(client.get(ORDERS + "/none/Payments").message()).isEqualTo("Purchase order not found.");
        assertThat(client.put(ORDERS + "/none", "{}").status()).isEqualTo(404);
    }

    @Test
    void revisionsTellEveryVersionWithItsDateOfUpdate() {
        tickets.pay(id, "100.00");
        clock.advance(Duration.ofMinutes(1));
        tickets.cancel(id, "Twice");

        JsonNode history = client.get(path + "/Revisions").body().path("POHistory");
        assertThat(history.findValuesAsText("Version")).containsExactly("3", "2", "1");
        assertThat(history.findValuesAsText("DateUpdated"))
                .containsExactly("2026-03-02T10:02", "2026-03-02T10:01", "2026-03-02T10:00");
        assertThat(history.findValuesAsText("POStatus")).containsExactly("Void", "Pending", "Pending");
        assertThat(history.at("/0/VoidReason").asText()).isEqualTo("Twice");
        assertThat(history.at("/0/BalanceAmount/Amount").asDouble()).isEqualTo(400.0);
        assertThat(history.at("/0/ShippingCost").isNumber()).isTrue();
        assertThat(client.get(path + "/Revisions").body().path("InactiveItem")).isEmpty();
    }

    private Reply pay(String amount) {
        return client.post(
                path + "/Payments",
                "{\"PaymentModeId\": \"%s\", \"Amount\": %s}".formatted(PaymentDocument.modeId("Check"), amount));
    }

    private JsonNode paidOn(String minute) {
        String coded = minute.replace(":", "%3A");
        return client.get(path + "/Payments?FromDate=" + coded + "&ToDate=" + coded + "&FilterByTime=true")
                .body();
    }
}
