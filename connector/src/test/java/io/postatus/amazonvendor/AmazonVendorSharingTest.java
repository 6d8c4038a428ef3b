/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.route;
import static io.postatus.amazonvendor.Told.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.http.RateFigures;
import io.postatus.simulator.amazon.AmazonOperation;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R16: one token, one budget and one store in a context; another context counts as another process. */
class AmazonVendorSharingTest {

    private final Told told = new Told();

    @TempDir
    private Path folder;

    @Test
    void producersBesideAConsumerShareItsTokenAndNeverOverrunTheRate() {
        try (TestVendor vendor = new TestVendor(
                builder -> builder.amazon(options -> options.rate(40).burst(10)))) {
            DefaultCamelContext camel = vendor.camel();
            route(camel, rb -> {
                rb.from(STATUS.replace("delay=100", "delay=10")).routeId("flow").process(told);
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

            assertThat(vendor.simulator.amazon().tokenCalls()).isEqualTo(1);
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

    @Test
    void routesOfOneContextShareAStateFileAndAnotherContextIsRefused() {
        try (TestVendor vendor = new TestVendor()) {
            String store = "&stateStore=sqlite:" + folder.resolve("positions.db");
            Told audited = new Told();
            DefaultCamelContext first = vendor.camel();
            route(first, rb -> {
                rb.from(STATUS + store).process(told);
                rb.from(STATUS + store + "&subscription=audit").process(audited);
            });
            vendor.place();
            told.number(1);
            audited.number(1);

            DefaultCamelContext second = vendor.camel();
            assertThatThrownBy(() -> route(second, rb -> rb.from(STATUS + store + "&subscription=other")
                            .process(told)))
                    .hasStackTraceContaining(folder.resolve("positions.db").toString())
                    .hasStackTraceContaining("is in use");

            first.stop();
            route(second, rb -> rb.from(STATUS + store).routeId("flow").process(told));
            await().atMost(SOON)
                    .until(() -> ((StatusConsumer) second.getRoute("flow").getConsumer()).isFirstPollDone());
            assertThat(told.all()).hasSize(1);
        }
    }
}
