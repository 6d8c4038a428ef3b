/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Named;

/** An account with orders at one of the simulated services, and a Camel context in which Kamelets speak to it. */
abstract class Scene implements AutoCloseable {
    final Simulator simulator;
    DefaultCamelContext camel = context();

    Scene(SimulatorBuilder builder) {
        simulator = builder.build().start();
    }

    /** One of each service. */
    static List<Named<Supplier<Scene>>> all() {
        return List.of(
                Named.of("amazonvendor", VendorScene::new),
                Named.of("partnercenter", PartnerScene::new),
                Named.of("pos", BrokerScene::new));
    }

    private static DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(10);
        return context;
    }

    /** The component's, and the first word of its Kamelets. */
    abstract String scheme();

    /** What the account's Kamelets need to reach the simulator, apart from the account. */
    abstract Map<String, String> connection();

    /** Has the service refuse the credentials from now on. */
    abstract void lockOut();

    /** Places an order; its id as {@code CamelPurchaseOrderId} has it. */
    abstract String place();

    /** The canonical status of an order that was just placed. */
    abstract String statusOfNewOrders();

    /** Has something happen to an order; the canonical status after it. */
    String change(String orderId) {
        return changeSilently(orderId);
    }

    /** Has something happen to an order that no consumer notices by itself before long; the canonical status after it. */
    abstract String changeSilently(String orderId);

    /** The parameters by which the action that reads an order is told which one. */
    abstract List<String> parametersFor(String orderId);

    /** The headers of a request for an order. */
    abstract Map<String, Object> headersFor(String orderId);

    /** The id of the order that an answer of the service shows. */
    abstract String idIn(JsonNode answer);

    /** Of no order. */
    abstract String unknownId();

    /** Stops the application; the next one has no routes yet. */
    void restart() {
        camel.stop();
        camel = context();
    }

    /** The URI of a Kamelet, named without the scheme, with everything that the simulator asks for, and these options. */
    String kamelet(String name, String... options) {
        return uri(scheme() + "-" + name, options);
    }

    /** As {@link #kamelet}, for one with a name of its own. */
    String uri(String kamelet, String... options) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("account", "acme");
        connection().forEach((name, value) -> all.put(name, "RAW(" + value + ")"));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return all.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&", "kamelet:" + kamelet + "?", ""));
    }

    void route(RouteBuilder route) throws Exception {
        camel.addRoutes(route);
    }

    MockEndpoint mock(String name) {
        return camel.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    @Override
    public void close() {
        camel.stop();
        simulator.close();
    }
}
