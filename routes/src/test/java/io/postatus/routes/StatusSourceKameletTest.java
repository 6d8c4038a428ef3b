/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the status sources of all services do alike. */
class StatusSourceKameletTest {
    private static final String KAMELET = "purchase-order-status-source";

    static List<Named<Supplier<Scene>>> services() {
        return Scene.all();
    }

    @ParameterizedTest
    @MethodSource("services")
    void tellsTheLifeOfAnOrderAsJson(Supplier<Scene> service) throws Exception {
        try (Scene scene = service.get()) {
            MockEndpoint told = scene.mock("told");
            told.expectedMessageCount(1);
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(source(scene)).to("mock:told");
                }
            });
            String id = scene.place();
            scene.camel.start();
            told.assertIsSatisfied();
            Message first = told.getExchanges().get(0).getMessage();
            assertThat(first.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(first.getHeader("CamelPurchaseOrderId")).isEqualTo(id);
            assertThat(first.getHeader("CamelPurchaseOrderSource")).isEqualTo(scene.scheme());
            assertThat(first.getHeader("CamelPurchaseOrderKind")).isEqualTo("first-seen");
            assertThat(first.getHeader("CamelPurchaseOrderStatus")).isEqualTo(scene.statusOfNewOrders());
            assertThat(first.getBody()).isInstanceOf(String.class);

            told.reset();
            told.expectedMessageCount(1);
            String status = scene.change(id);
            told.assertIsSatisfied();
            Message second = told.getExchanges().get(0).getMessage();
            JsonNode change = new ObjectMapper().readTree(second.getBody(String.class));
            assertThat(change.path("kind").asText()).isEqualTo("changed");
            assertThat(change.at("/current/id").asText()).isEqualTo(id);
            assertThat(change.at("/current/status").asText()).isEqualTo(status);
            assertThat(change.at("/current/document").isObject()).isTrue();
            assertThat(change.at("/previous/status").asText()).isEqualTo(scene.statusOfNewOrders());
            assertThat(second.getHeader("CamelPurchaseOrderPreviousStatus")).isEqualTo(scene.statusOfNewOrders());
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void twoSubscriptionsEachGetEveryChange(Supplier<Scene> service) throws Exception {
        try (Scene scene = service.get()) {
            scene.mock("a").expectedMessageCount(1);
            scene.mock("b").expectedMessageCount(1);
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(source(scene)).to("mock:a");
                    from(source(scene) + "&subscription=billing").to("mock:b");
                }
            });
            scene.place();
            scene.camel.start();
            scene.mock("a").assertIsSatisfied();
            scene.mock("b").assertIsSatisfied();
        }
    }

    /** The Kamelet's route takes over the user's error handler, which must not double the attempts. */
    @ParameterizedTest
    @MethodSource("services")
    void theUsersDeadLetterChannelTakesWhatTheRouteRefuses(Supplier<Scene> service) throws Exception {
        try (Scene scene = service.get()) {
            AtomicInteger attempts = new AtomicInteger();
            scene.mock("dead").expectedMessageCount(1);
            scene.mock("told").expectedMessageCount(1);
            String poison = scene.place();
            String good = scene.place();
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(source(scene))
                            .errorHandler(deadLetterChannel("mock:dead")
                                    .maximumRedeliveries(2)
                                    .redeliveryDelay(0))
                            .filter(header("CamelPurchaseOrderId").isEqualTo(poison))
                            .process(exchange -> {
                                attempts.incrementAndGet();
                                throw new IllegalStateException("refused");
                            })
                            .end()
                            .to("mock:told");
                }
            });
            scene.camel.start();
            scene.mock("dead").assertIsSatisfied();
            scene.mock("told").assertIsSatisfied();

            assertThat(attempts).hasValue(3);
            assertThat(scene.mock("told").getExchanges().get(0).getMessage().getHeader("CamelPurchaseOrderId"))
                    .isEqualTo(good);
        }
    }

    /** Each with its {@code format}, as Pipes and {@code data-type-action} name it; mediaType says what comes out. */
    @ParameterizedTest
    @MethodSource("services")
    void everyDeclaredTypeCanBeMadeOfAMessage(Supplier<Scene> service) throws Exception {
        try (Scene scene = service.get()) {
            JsonNode types = KameletFile.named(scene.scheme() + "-" + KAMELET).at("/spec/dataTypes/out/types");
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    var told = from(source(scene)).multicast();
                    for (Iterator<String> names = types.fieldNames(); names.hasNext(); ) {
                        String type = names.next();
                        told.to("direct:" + type);
                        from("direct:" + type)
                                .transformDataType(new DataType(
                                        types.path(type).path("format").asText()))
                                .to("mock:" + type);
                        scene.mock(type).expectedMessageCount(1);
                    }
                }
            });
            scene.place();
            scene.camel.start();
            for (Iterator<String> names = types.fieldNames(); names.hasNext(); ) {
                String type = names.next();
                scene.mock(type).assertIsSatisfied();
                assertThat(message(scene, type).getHeader("Content-Type", String.class))
                        .as(type)
                        .startsWith(types.path(type).path("mediaType").asText());
            }
            JsonNode event =
                    new ObjectMapper().readTree(message(scene, "cloudevents").getBody(String.class));
            String eventId = message(scene, "json").getHeader("CamelPurchaseOrderEventId", String.class);
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("id").asText()).isEqualTo(eventId);
            assertThat(event.at("/data/current/status").asText()).isEqualTo(scene.statusOfNewOrders());
            assertThat(message(scene, "cloudevents-http").getHeader("ce-id")).isEqualTo(eventId);
            assertThat(message(scene, "cloudevents-kafka").getHeader("ce_id")).isEqualTo(eventId);
        }
    }

    /** Camel replaces references to beans in other places; here the name is what counts. */
    @ParameterizedTest
    @MethodSource("services")
    void aStateStoreThatIsABeanIsNamed(Supplier<Scene> service) throws Exception {
        try (Scene scene = service.get()) {
            scene.camel.getRegistry().bind("orders", new StringBuilder("no database"));
            scene.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from(source(scene) + "&stateStore=#orders").to("mock:told");
                }
            });

            assertThatThrownBy(scene.camel::start)
                    .hasStackTraceContaining("stateStore is '#orders', but that bean is a java.lang.StringBuilder");
        }
    }

    private static Message message(Scene scene, String mock) {
        return scene.mock(mock).getExchanges().get(0).getMessage();
    }

    /** Looks at orders faster than anybody would want. */
    private static String source(Scene scene) {
        boolean watches = !(scene instanceof VendorScene);
        return scene.kamelet(KAMELET, "delay", "200", "startFrom", "PT1H")
                + (watches ? "&openOrderInterval=500ms" : "");
    }
}
