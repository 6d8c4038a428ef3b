/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static io.postatus.simulator.partnercenter.PartnerCenterOperation.UPLOAD_ATTACHMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachSinkKameletTest {
    private static final String KAMELET = "attach-purchase-order-sink";
    private static final byte[] PDF = "%PDF-1.7 order".getBytes(StandardCharsets.US_ASCII);

    private final PartnerScene scene = new PartnerScene();
    private final PartnerCustomer customer = scene.customer;
    private final String id = scene.place();

    @AfterEach
    void close() {
        scene.close();
    }

    /** The whole purpose: an order that waits for its document gets it, and the source tells that it did. */
    @Test
    void anOrderThatWaitsForItsPurchaseOrderGetsIt() throws Exception {
        MockEndpoint told = scene.mock("told");
        told.expectedMessageCount(2);
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from(scene.kamelet(
                                "purchase-order-status-source",
                                "delay",
                                "200",
                                "startFrom",
                                "PT1H",
                                "openOrderInterval",
                                "500ms"))
                        .to("mock:told")
                        .filter(header("CamelPurchaseOrderStatus").isEqualTo("open"))
                        .removeHeader("Content-Type")
                        .setBody(constant(PDF))
                        .to(scene.kamelet(
                                KAMELET, "customerPrice", "512.40", "currency", "EUR", "fileName", "order.pdf"));
            }
        });
        scene.camel.start();

        told.assertIsSatisfied();
        JsonNode change = new ObjectMapper()
                .readTree(told.getExchanges().get(1).getMessage().getBody(String.class));
        assertThat(change.at("/current/id").asText()).isEqualTo(id);
        assertThat(change.at("/previous/vendorStatus").asText()).isEqualTo("pending_po_upload");
        assertThat(change.at("/current/vendorStatus").asText()).isEqualTo("po_upload_complete");
    }

    @Test
    void parametersNameTheOrderAndTheDocument() throws Exception {
        Exchange answer = send(
                Map.of(),
                "customerId",
                customer.id(),
                "orderId",
                PartnerScene.order(id),
                "customerPrice",
                "512.40",
                "currency",
                "EUR",
                "fileName",
                "order.pdf");

        assertThat(answer.getException()).isNull();
        assertThat(status(id)).isEqualTo("po_upload_complete");
        assertThat(answer.getMessage().getHeader("CamelPartnerCenterStatusCode", Integer.class))
                .isBetween(200, 299);
    }

    @Test
    void headersOfTheMessageWin() throws Exception {
        String other = scene.place();
        Map<String, Object> headers = new HashMap<>(scene.headersFor(other));
        headers.put("CamelPartnerCenterCustomerPrice", "1.00");
        headers.put("CamelFileName", "inbox/other.pdf");
        Exchange answer = send(
                headers,
                "customerId",
                customer.id(),
                "orderId",
                PartnerScene.order(id),
                "customerPrice",
                "no price",
                "currency",
                "EUR");

        assertThat(answer.getException()).isNull();
        assertThat(status(other)).isEqualTo("po_upload_complete");
        assertThat(status(id)).isEqualTo("pending_po_upload");
    }

    @Test
    void withoutAPriceNothingIsSent() throws Exception {
        Exchange answer = send(scene.headersFor(id), "currency", "EUR", "fileName", "order.pdf");

        assertThat(answer.getException())
                .hasMessageContaining("CamelPartnerCenterCustomerPrice")
                .hasMessageContaining("customerPrice");
        assertThat(scene.requests(UPLOAD_ATTACHMENT)).isEmpty();
    }

    private Exchange send(Map<String, Object> headers, String... options) throws Exception {
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:document").to(scene.kamelet(KAMELET, options));
            }
        });
        scene.camel.start();
        return scene.camel.createProducerTemplate().request("direct:document", exchange -> {
            exchange.getMessage().setBody(PDF);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private String status(String order) {
        return customer.document(PartnerScene.order(order)).path("status").asText();
    }
}
