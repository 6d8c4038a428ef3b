/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.core.camel.TestVendor.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.camel.Told;
import io.postatus.core.http.RateFigures;
import io.postatus.simulator.amazon.AmazonOperation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** R16: one token and one budget in a context. */
class AmazonVendorSharingTest {

    private final Told told = new Told();

    @Test
    void producersBesideAConsumerShareItsTokenAndNeverOverrunTheRate() {
        try (TestAmazonVendor vendor = new TestAmazonVendor(
                builder -> builder.amazon(options -> options.rate(40).burst(10)))) {
            DefaultCamelContext camel = vendor.camel();
            route(camel, rb -> {
                rb.from(vendor.status(Duration.ofMillis(10))).routeId("flow").process(told);
                rb.from("direct:ask").to("amazonvendor:getPurchaseOrdersStatus?limit=5");
                rb.from("direct:askAnother").to("amazonvendor:getPurchaseOrdersStatus?limit=6");
            });
            vendor.place();
            var template = camel.createProducerTemplate();
            IntStream.range(0, 60)
                    .mapToObj(i -> template.asyncRequestBody(i % 2 == 0 ? "direct:ask" : "direct:askAnother", ""))
                    .toList()
                    .forEach(CompletableFuture::join);
            told.number(1);

            assertThat(vendor.tokenCalls()).isEqualTo(1);
            assertThat(vendor.simulator
                            .amazon()
                            .refused(vendor.account.id(), AmazonOperation.GET_PURCHASE_ORDERS_STATUS))
                    .isZero();
            RateFigures used = ((StatusConsumer) camel.getRoute("flow").getConsumer())
                    .getRates()
                    .get("getPurchaseOrdersStatus");
            assertThat(used.granted()).isGreaterThan(60);
            assertThat(used.refused()).isZero();
        }
    }
}
