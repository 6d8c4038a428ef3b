/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GetActionKameletTest {
    private static final String KAMELET = "amazonvendor-get-purchase-order-action";

    private final VendorScene scene = new VendorScene();
    private final String number = scene.place();
    private final String other = scene.place();

    @BeforeEach
    void route() throws Exception {
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:named").to(scene.uri(KAMELET));
                from("direct:fixed").to(scene.uri(KAMELET, "purchaseOrderNumber", number));
            }
        });
        scene.camel.start();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theParameterNamesTheOrder() throws Exception {
        assertThat(read("fixed", other, Map.of("CamelPurchaseOrderNumber", other)))
                .isEqualTo(number);
    }

    @Test
    void theHeaderNamesTheOrder() throws Exception {
        assertThat(read(
                        "named",
                        "no number",
                        Map.of("CamelAmazonVendorPurchaseOrderNumber", number, "CamelPurchaseOrderNumber", other)))
                .isEqualTo(number);
    }

    @Test
    void theEventNamesTheOrder() throws Exception {
        assertThat(read("named", "{}", Map.of("CamelPurchaseOrderNumber", number)))
                .isEqualTo(number);
    }

    @Test
    void theBodyNamesTheOrder() throws Exception {
        assertThat(read("named", number + "\n", Map.of())).isEqualTo(number);
    }

    @Test
    void theNumberSteersNoLaterRequest() {
        assertThat(send("named", number, Map.of()).getMessage().getHeaders())
                .doesNotContainKey("CamelAmazonVendorPurchaseOrderNumber");
    }

    @Test
    void anUnknownOrderFailsTheExchange() {
        assertThat(send("named", "NOSUCHPO", Map.of()).getException()).hasMessageContaining("404");
    }

    private String read(String route, String body, Map<String, Object> headers) throws Exception {
        Exchange answer = send(route, body, headers);
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/json");
        JsonNode order = new ObjectMapper().readTree(answer.getMessage().getBody(String.class));
        assertThat(order.at("/payload/orderDetails/items")).isNotEmpty();
        return order.at("/payload/purchaseOrderNumber").asText();
    }

    private Exchange send(String route, String body, Map<String, Object> headers) {
        return scene.camel.createProducerTemplate().request("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
    }
}
