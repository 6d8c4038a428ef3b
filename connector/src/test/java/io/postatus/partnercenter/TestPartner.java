/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.PartnerTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A simulated partner and the Camel contexts that speak with it. When it closes, no secret must have been logged. */
final class TestPartner implements AutoCloseable {

    /** Polls fast enough for a test; everything else is as users have it. */
    static final String STATUS = "partnercenter:purchaseOrderStatus?initialDelay=10&delay=100&startFrom=PT1H";

    final LogLines log = new LogLines();
    final Simulator simulator;
    final PartnerTenant tenant;
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    TestPartner() {
        this(builder -> builder.partnerCenter(options -> options.listLag(Duration.ZERO)));
    }

    TestPartner(Consumer<SimulatorBuilder> setup) {
        SimulatorBuilder builder = Simulator.builder();
        setup.accept(builder);
        simulator = builder.build().start();
        tenant = simulator.partnerCenter().tenant("contoso");
    }

    /** A started context. */
    DefaultCamelContext camel() {
        return camel(camel -> {});
    }

    DefaultCamelContext camel(Consumer<DefaultCamelContext> setup) {
        DefaultCamelContext camel = new DefaultCamelContext();
        contexts.add(camel);
        camel.getShutdownStrategy().setTimeout(20);
        PartnerCenterConfiguration shared = camel.getComponent("partnercenter", PartnerCenterComponent.class)
                .getConfiguration();
        shared.setAccount("contoso");
        shared.setTenant(tenant.tenantId());
        shared.setBaseUrl(tenant.baseUrl().toString());
        shared.setTokenUrl(tenant.tokenUrl().toString());
        shared.setClientId(tenant.clientId());
        shared.setClientSecret(tenant.clientSecret());
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

    PartnerCustomer customer(String name) {
        return tenant.customer(name);
    }

    static String place(PartnerCustomer customer) {
        return customer.place(order -> order.line("Access LTSC 2021", 3));
    }

    int requests(PartnerCenterOperation operation) {
        return simulator.partnerCenter().requests(operation).size();
    }

    /** What must be seen nowhere: client secret, refresh tokens, access tokens. */
    static void assertNoSecret(Iterable<String> texts) {
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain("8Q~", "0.AX-", "eyJ."));
    }

    @Override
    public void close() {
        contexts.forEach(DefaultCamelContext::stop);
        simulator.close();
        log.close();
        assertNoSecret(log.all());
    }
}
