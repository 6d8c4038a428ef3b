/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class StatusSourceKameletTest {
    private static final String KAMELET = "amazonvendor-purchase-order-status-source";

    @Test
    void tellsTheLifeOfAnOrderAsJson() throws Exception {
        try (VendorScene scene = new VendorScene()) {
            MockEndpoint told = scene.mock("told");
            told.expectedMessageCount(1);
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(scene.kamelet(KAMELET, "delay", "200", "startFrom", "PT1H"))
                            .to("mock:told");
                }
            });
            scene.camel.start();
            String number = scene.place();
            told.assertIsSatisfied();
            Message first = told.getExchanges().get(0).getMessage();
            assertThat(first.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(first.getHeader("CamelPurchaseOrderNumber")).isEqualTo(number);
            assertThat(first.getHeader("CamelPurchaseOrderKind")).isEqualTo("first-seen");
            assertThat(first.getHeader("CamelPurchaseOrderStatus")).isEqualTo("open");
            assertThat(first.getBody()).isInstanceOf(String.class);

            told.reset();
            told.expectedMessageCount(1);
            scene.vendor.accept(number);
            told.assertIsSatisfied();
            Message second = told.getExchanges().get(0).getMessage();
            JsonNode change = new ObjectMapper().readTree(second.getBody(String.class));
            assertThat(change.path("kind").asText()).isEqualTo("changed");
            assertThat(change.at("/current/status").asText()).isEqualTo("acknowledged");
            assertThat(change.at("/previous/status").asText()).isEqualTo("open");
            assertThat(change.at("/current/document/purchaseOrderNumber").asText())
                    .isEqualTo(number);
            assertThat(second.getHeader("CamelPurchaseOrderPreviousStatus")).isEqualTo("open");
        }
    }

    @Test
    void twoSubscriptionsEachGetEveryChange() throws Exception {
        try (VendorScene scene = new VendorScene()) {
            scene.mock("a").expectedMessageCount(1);
            scene.mock("b").expectedMessageCount(1);
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(scene.kamelet(KAMELET, "delay", "200", "startFrom", "PT1H"))
                            .to("mock:a");
                    from(scene.kamelet(KAMELET, "delay", "200", "startFrom", "PT1H", "subscription", "billing"))
                            .to("mock:b");
                }
            });
            scene.camel.start();
            scene.place();
            scene.mock("a").assertIsSatisfied();
            scene.mock("b").assertIsSatisfied();
        }
    }

    /** The Kamelet's route takes over the user's error handler, which must not double the attempts. */
    @Test
    void theUsersDeadLetterChannelTakesWhatTheRouteRefuses() throws Exception {
        try (VendorScene scene = new VendorScene()) {
            AtomicInteger attempts = new AtomicInteger();
            scene.mock("dead").expectedMessageCount(1);
            scene.mock("told").expectedMessageCount(1);
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(scene.kamelet(KAMELET, "delay", "200", "startFrom", "PT1H"))
                            .errorHandler(deadLetterChannel("mock:dead")
                                    .maximumRedeliveries(2)
                                    .redeliveryDelay(0))
                            .filter(header("CamelPurchaseOrderStatus").isEqualTo("open"))
                            .process(exchange -> {
                                attempts.incrementAndGet();
                                throw new IllegalStateException("refused");
                            })
                            .end()
                            .to("mock:told");
                }
            });
            scene.camel.start();
            String number = scene.place();
            scene.mock("dead").assertIsSatisfied();
            scene.vendor.accept(number);
            scene.mock("told").assertIsSatisfied();

            assertThat(attempts).hasValue(3);
            scene.mock("dead").assertIsSatisfied();
        }
    }
}
