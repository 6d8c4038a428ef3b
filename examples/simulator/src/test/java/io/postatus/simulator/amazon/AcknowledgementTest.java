/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.amazon.VendorClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** submitAcknowledgement and getTransaction (reference, sections 6.3 and 6.4). */
class AcknowledgementTest extends AmazonFixture {
    private static final String PATH = "/vendor/orders/v1/acknowledgements";
    private final String number =
            acme.place(order -> order.line("B0EXAMPLE1", 100).line("B0EXAMPLE2", 50));

    @Test
    void anAcknowledgementIsProcessedForAWhileAndThenApplied() {
        Reply submitted = client.post(PATH, acknowledgement(number, "12.50", 80, 20));
        assertThat(submitted.status()).isEqualTo(202);
        String id = submitted.body().at("/payload/transactionId").asText();
        assertThat(id).startsWith("20260302100000-");
        assertThat(state(id).path("status").asText()).isEqualTo("Processing");
        assertThat(acme.document(number)
                        .at("/itemStatus/0/acknowledgementStatus/confirmationStatus")
                        .asText())
                .isEqualTo("UNCONFIRMED");

        clock.advance(Duration.ofSeconds(30));
        assertThat(state(id).path("status").asText()).isEqualTo("Success");
        JsonNode items = acme.document(number).path("itemStatus");
        assertThat(items.at("/0/acknowledgementStatus/acceptedQuantity/amount").asInt())
                .isEqualTo(80);
        assertThat(items.at("/0/acknowledgementStatus/confirmationStatus").asText())
                .isEqualTo("PARTIALLY_ACCEPTED");
        assertThat(items.at("/1/acknowledgementStatus/confirmationStatus").asText())
                .as("a line that is not mentioned counts as rejected")
                .isEqualTo("REJECTED");
    }

    @Test
    void businessErrorsFailTheTransactionAndChangeNothing() {
        assertFailure(acknowledgement("NOSUCHPO", "12.50", 80, 20), "INVALID_ORDER_ID");
        assertFailure(acknowledgement(number, "0", 80, 20), "INVALID_COST");
        assertFailure(acknowledgement(number, "12.50", 80, 21), "INVALID_QUANTITY");
        assertThat(simulator.truth().versions("ACME1", number)).hasSize(1);
    }

    @Test
    void aRejectedLineCannotBeAcceptedLater() {
        acme.acknowledge(number, 1, 0, 100);

        assertFailure(acknowledgement(number, "12.50", 80, 20), "INVALID_ACKNOWLEDGEMENT");
    }

    @Test
    void whatBreaksTheSchemaIsRefusedAtOnce() {
        assertThat(client.post(PATH, "no json").status()).isEqualTo(400);
        assertThat(client.post(PATH, "{}").status()).isEqualTo(400);
        assertThat(client.post(PATH, "{\"acknowledgements\":[{\"purchaseOrderNumber\":\"x\"}]}")
                        .code())
                .isEqualTo("InvalidInput");
    }

    @Test
    void aTransactionOfAnotherAccountIsNotFound() {
        String id = client.post(PATH, acknowledgement(number, "12.50", 80, 20))
                .body()
                .at("/payload/transactionId")
                .asText();
        VendorClient stranger = new VendorClient(simulator, simulator.amazon().account("OTHER"));

        assertThat(stranger.get("/vendor/transactions/v1/transactions/" + id).status())
                .isEqualTo(404);
        assertThat(client.get("/vendor/transactions/v1/transactions/Tran").status())
                .isEqualTo(400);
    }

    @Test
    void aStuckTransactionIsAppliedAllTheSame() {
        simulator.faults().next(Fault.STUCK_TRANSACTION);
        String id = client.post(PATH, acknowledgement(number, "12.50", 80, 20))
                .body()
                .at("/payload/transactionId")
                .asText();
        clock.advance(Duration.ofMinutes(30));

        assertThat(state(id).path("status").asText()).isEqualTo("Processing");
        assertThat(simulator.truth().versions("ACME1", number)).hasSize(2);
    }

    private void assertFailure(String body, String code) {
        String id = client.post(PATH, body).body().at("/payload/transactionId").asText();
        clock.advance(Duration.ofMinutes(1));
        assertThat(state(id).path("status").asText()).isEqualTo("Failure");
        assertThat(state(id).at("/errors/0/code").asText()).isEqualTo(code);
    }

    private JsonNode state(String id) {
        return client.get("/vendor/transactions/v1/transactions/" + id).body().at("/payload/transactionStatus");
    }

    private static String acknowledgement(String number, String cost, int accepted, int rejected) {
        return """
                {"acknowledgements":[{"purchaseOrderNumber":"%s","sellingParty":{"partyId":"ACME1"},
                 "acknowledgementDate":"2026-03-02T10:00:00Z","items":[{"itemSequenceNumber":"1",
                 "orderedQuantity":{"amount":100},"netCost":{"currencyCode":"EUR","amount":"%s"},
                 "itemAcknowledgements":[
                  {"acknowledgementCode":"Accepted","acknowledgedQuantity":{"amount":%d}},
                  {"acknowledgementCode":"Rejected","acknowledgedQuantity":{"amount":%d},
                   "rejectionReason":"TemporarilyUnavailable"}]}]}]}
                """
                .formatted(number, cost, accepted, rejected);
    }
}
