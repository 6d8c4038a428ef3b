/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the actions that read one order do alike, whatever the service. */
class GetActionKameletTest {
    private static final String KAMELET = "get-purchase-order-action";

    private Scene scene;
    private String id;
    private String other;

    static List<Named<Supplier<Scene>>> services() {
        return Scene.all();
    }

    private void open(Supplier<Scene> service) throws Exception {
        scene = service.get();
        id = scene.place();
        other = scene.place();
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:named").to(scene.kamelet(KAMELET));
                from("direct:fixed")
                        .to(scene.kamelet(KAMELET, scene.parametersFor(id).toArray(String[]::new)));
            }
        });
        scene.camel.start();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theParameterNamesTheOrder(Supplier<Scene> service) throws Exception {
        open(service);
        assertThat(read("fixed", other, scene.headersFor(other))).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("services")
    void theHeaderNamesTheOrder(Supplier<Scene> service) throws Exception {
        open(service);
        Map<String, Object> headers = new HashMap<>(event(other));
        headers.putAll(scene.headersFor(id));
        assertThat(read("named", "no order", headers)).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("services")
    void theEventNamesTheOrder(Supplier<Scene> service) throws Exception {
        open(service);
        assertThat(read("named", "{}", event(id))).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("services")
    void theBodyNamesTheOrder(Supplier<Scene> service) throws Exception {
        open(service);
        assertThat(read("named", id + "\n", Map.of())).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("services")
    void whichOrderItWasSteersNoLaterRequest(Supplier<Scene> service) throws Exception {
        open(service);
        assertThat(send("fixed", "", event(other)).getMessage().getHeaders())
                .containsAllEntriesOf(event(other))
                .doesNotContainKeys(scene.headersFor(id).keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("services")
    void anUnknownOrderFailsTheExchange(Supplier<Scene> service) throws Exception {
        open(service);
        assertThat(send("named", scene.unknownId(), Map.of()).getException()).hasMessageContaining("404");
    }

    /** As a source sets them. */
    private static Map<String, Object> event(String id) {
        return Map.of("CamelPurchaseOrderId", id, "CamelPurchaseOrderNumber", id.replaceAll(".*/", ""));
    }

    private String read(String route, String body, Map<String, Object> headers) throws Exception {
        Exchange answer = send(route, body, headers);
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader("Content-Type")).isEqualTo("application/json");
        return scene.idIn(new ObjectMapper().readTree(answer.getMessage().getBody(String.class)));
    }

    private Exchange send(String route, String body, Map<String, Object> headers) {
        return scene.camel.createProducerTemplate().request("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }
}
