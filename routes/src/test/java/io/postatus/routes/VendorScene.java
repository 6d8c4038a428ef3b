/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.amazon.AmazonOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;

/** A vendor with orders at the simulator, and a Camel context in which Kamelets speak to it over real sockets. */
final class VendorScene implements AutoCloseable {
    final Simulator simulator = Simulator.builder()
            .amazon(options -> options.rate(10_000).burst(10_000))
            .build()
            .start();
    final AmazonAccount vendor = simulator.amazon().account("ACME1");
    DefaultCamelContext camel = context();

    private static DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(10);
        return context;
    }

    /** Stops the application; the next one has no routes yet. */
    void restart() {
        camel.stop();
        camel = context();
    }

    /** The Kamelet's URI with everything that the simulator asks for, and these options. */
    String kamelet(String name, String... options) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("account", "acme");
        all.put("clientId", vendor.clientId());
        all.put("clientSecret", vendor.clientSecret());
        all.put("refreshToken", "RAW(" + vendor.refreshToken() + ")");
        all.put("baseUrl", simulator.amazon().baseUrl().toString());
        all.put("tokenUrl", simulator.amazon().tokenUrl().toString());
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return all.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&", "kamelet:" + name + "?", ""));
    }

    void route(RouteBuilder route) throws Exception {
        camel.addRoutes(route);
    }

    MockEndpoint mock(String name) {
        return camel.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    /** Places an order; its number. */
    String place() {
        return vendor.place(order -> order.line("B0EXAMPLE1", 100));
    }

    /** Places an order that is that old already. */
    String place(Duration age) {
        return vendor.place(
                order -> order.line("B0EXAMPLE1", 100).createdAt(Instant.now().minus(age)));
    }

    List<RecordedRequest> pagesRead() {
        return simulator.amazon().requests(AmazonOperation.GET_PURCHASE_ORDERS_STATUS);
    }

    @Override
    public void close() {
        camel.stop();
        simulator.close();
    }
}
