/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.core.camel.TestVendor.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.camel.PurchaseOrderConstants;
import io.postatus.core.camel.Told;
import io.postatus.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sweep that somebody builds: one route reads a window, another one reads by number what did not appear in it. */
class AmazonVendorSweepTest {
    private static final String PAGE = "amazonvendor:getPurchaseOrdersStatus?responseType=json";
    private static final String COMPARE = "amazonvendor:detectChange?subscription=sweep";

    private final TestAmazonVendor vendor = new TestAmazonVendor();
    private final Told told = new Told();
    private final Instant now = Instant.now();
    private final Map<String, Object> window = Map.of(
            AmazonVendorConstants.CREATED_AFTER,
            now.minus(Duration.ofDays(1)),
            AmazonVendorConstants.CREATED_BEFORE,
            now);
    private DefaultCamelContext camel;

    @BeforeEach
    void open() {
        camel = vendor.camel();
        route(camel, rb -> {
            rb.from("direct:window").routeId("window").to(PAGE).to("direct:orders");
            rb.from("direct:orders")
                    .routeId("orders")
                    .split()
                    .jsonpathWriteAsString("$.payload.ordersStatus[*]")
                    .to(COMPARE)
                    .filter(rb.header(PurchaseOrderConstants.CHANGED))
                    .process(told);
            rb.from("direct:absent").routeId("absent").to("amazonvendor:findAbsent?subscription=sweep");
            rb.from("direct:number")
                    .routeId("number")
                    .setHeader(AmazonVendorConstants.PURCHASE_ORDER_NUMBER, rb.body())
                    .to(PAGE)
                    .split()
                    .jsonpathWriteAsString("$.payload.ordersStatus[*]")
                    .to(COMPARE)
                    .filter(rb.header(PurchaseOrderConstants.CHANGED))
                    .process(told);
        });
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private String place() {
        return vendor.account.place(order -> order.line("B0EXAMPLE1", 100).createdAt(now.minus(Duration.ofHours(2))));
    }

    private void read() {
        camel.createProducerTemplate().sendBodyAndHeaders("direct:window", null, window);
    }

    private List<?> absent() {
        return camel.createProducerTemplate().requestBodyAndHeaders("direct:absent", null, window, List.class);
    }

    @Test
    void allStepsOnOneStreamAreOneSweep() {
        String number = place();
        place();
        read();
        assertThat(absent()).as("both were handed in, by another step").isEmpty();

        vendor.account.reject(number);
        vendor.simulator.faults().always(Fault.ROWS_LEFT_OUT).names(number);
        read();
        assertThat(absent()).isEqualTo(List.of(number));

        camel.createProducerTemplate().sendBody("direct:number", number);
        assertThat(told.words()).last().isEqualTo(number + " rejected");
        read();
        assertThat(absent()).isEmpty();
    }

    @Test
    void aWindowThatIsNotToldIsRefusedByName() {
        assertThatThrownBy(() -> camel.createProducerTemplate()
                        .sendBodyAndHeader("direct:absent", null, AmazonVendorConstants.CREATED_AFTER, now))
                .hasRootCauseMessage(
                        "amazonvendor:findAbsent looks for orders that were placed in a window of time, and"
                                + " was not told which: set the headers CamelAmazonVendorCreatedAfter and"
                                + " CamelAmazonVendorCreatedBefore, the earlier first, as the list operation had them");
    }

    @Test
    void theStreamIsTakenUntilTheLastStepOfTheSweepStops() throws Exception {
        read();
        for (String route : List.of("orders", "number", "absent")) {
            assertThatThrownBy(() -> route(camel, rb -> rb.from(vendor.status() + "&subscription=sweep")
                            .process(told)))
                    .hasStackTraceContaining("Stream amazonvendor/acme/sweep is polled by route");
            camel.getRouteController().stopRoute(route);
        }
        String number = vendor.place();
        route(camel, rb -> rb.from(vendor.status() + "&subscription=sweep").process(told));
        assertThat(told.number(1).current().purchaseOrderNumber()).isEqualTo(number);
    }
}
