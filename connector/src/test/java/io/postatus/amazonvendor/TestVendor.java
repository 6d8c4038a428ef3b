/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.amazon.AmazonOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A simulated vendor and the Camel contexts that speak with it. When it closes, no secret must have been logged. */
final class TestVendor implements AutoCloseable {

    /** Polls fast enough for a test; everything else is as users have it. */
    static final String STATUS = "amazonvendor:purchaseOrderStatus?initialDelay=10&delay=100&startFrom=PT1H";

    final LogLines log = new LogLines();
    final Simulator simulator;
    final AmazonAccount account;
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    TestVendor() {
        this(builder -> builder.amazon(options -> options.rate(10_000).burst(10_000)));
    }

    TestVendor(Consumer<SimulatorBuilder> setup) {
        SimulatorBuilder builder = Simulator.builder();
        setup.accept(builder);
        simulator = builder.build().start();
        account = simulator.amazon().account("ACME1");
    }

    /** A started context. */
    DefaultCamelContext camel() {
        return camel(camel -> {});
    }

    DefaultCamelContext camel(Consumer<DefaultCamelContext> setup) {
        DefaultCamelContext camel = new DefaultCamelContext();
        contexts.add(camel);
        camel.getShutdownStrategy().setTimeout(20);
        AmazonVendorConfiguration shared =
                camel.getComponent("amazonvendor", AmazonVendorComponent.class).getConfiguration();
        shared.setAccount("acme");
        shared.setBaseUrl(simulator.amazon().baseUrl().toString());
        shared.setTokenUrl(simulator.amazon().tokenUrl().toString());
        shared.setClientId(account.clientId());
        shared.setClientSecret(account.clientSecret());
        shared.setRefreshToken(account.refreshToken());
        setup.accept(camel);
        camel.start();
        return camel;
    }

    static void route(DefaultCamelContext camel, LambdaRouteBuilder route) {
        try {
            RouteBuilder.addRoutes(camel, route);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String place() {
        return account.place(order -> order.line("B0EXAMPLE1", 100));
    }

    int statusRequests() {
        return simulator
                .amazon()
                .requests(AmazonOperation.GET_PURCHASE_ORDERS_STATUS)
                .size();
    }

    /** What must be seen nowhere: client secret, refresh token, access tokens. */
    static void assertNoSecret(Iterable<String> texts) {
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain("oa2-cs.v1", "Atzr|", "Atza|"));
    }

    @Override
    public void close() {
        contexts.forEach(DefaultCamelContext::stop);
        simulator.close();
        log.close();
        assertNoSecret(log.all());
    }
}
