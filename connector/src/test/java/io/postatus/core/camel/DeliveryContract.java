/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.RimFixture.consumer;
import static io.postatus.core.camel.RimFixture.pollHasEnded;
import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts as told: the exchange, and all that continued it, completed. */
interface DeliveryContract extends RimFixture {

    /** A route after which the route's end is told and something slow follows. */
    interface Construct {
        void add(RouteBuilder rb, RouteDefinition flow, Processor told, Processor slow);
    }

    enum Waiting {
        SEDA((rb, flow, told, slow) -> {
            flow.to("seda:slow");
            rb.from("seda:slow").process(told).process(slow);
        }),
        SEDA_THAT_DOES_NOT_WAIT((rb, flow, told, slow) -> {
            flow.to("seda:slow?waitForTaskToComplete=Never");
            rb.from("seda:slow").process(told).process(slow);
        }),
        THREADS((rb, flow, told, slow) -> flow.threads(2).process(told).process(slow)),
        PARALLEL_SPLIT((rb, flow, told, slow) -> flow.process(told)
                .split(rb.body().method("changes"))
                .parallelProcessing()
                .process(exchange -> {})
                .end()
                .split(rb.constant("a,b").tokenize(","))
                .parallelProcessing()
                .process(slow));

        private final Construct construct;

        Waiting(Construct construct) {
            this.construct = construct;
        }
    }

    @ParameterizedTest
    @EnumSource
    default void changeIsConfirmedAfterTheSlowPart(Waiting waiting) {
        CountDownLatch slow = new CountDownLatch(1);
        DefaultCamelContext camel = start(rb -> waiting.construct.add(
                rb, rb.from(vendor().status()).routeId("flow"), told(), exchange -> slow.await()));
        told().number(1);

        await().during(Duration.ofMillis(400))
                .until(() -> consumer(camel).getProgress().ended() == null
                        && consumer(camel).getProgress().confirmed() == 0);
        slow.countDown();
        assertNothingFurtherIsTold(camel);
    }

    enum Early {
        WIRE_TAP((rb, flow, told, slow) -> {
            flow.wireTap("direct:slow");
            rb.from("direct:slow").process(told).process(slow);
        }),
        AGGREGATE((rb, flow, told, slow) -> flow.process(told)
                .aggregate(rb.constant(true), new UseLatestAggregationStrategy())
                .completionSize(100)
                .process(slow));

        private final Construct construct;

        Early(Construct construct) {
            this.construct = construct;
        }
    }

    /** The promise ends there: what a crash takes from these is not told again. */
    @ParameterizedTest
    @EnumSource
    default void changeIsConfirmedBeforeTheSlowPart(Early early) {
        CountDownLatch slow = new CountDownLatch(1);
        DefaultCamelContext camel = start(rb ->
                early.construct.add(rb, rb.from(vendor().status()).routeId("flow"), told(), exchange -> slow.await()));
        told().number(1);

        soon().until(() -> pollHasEnded(camel));
        assertThat(slow.getCount()).isEqualTo(1);
        assertNothingFurtherIsTold(camel);
        slow.countDown();
    }

    @Test
    default void failedExchangeIsToldAgainWithTheSameEventId() {
        DefaultCamelContext camel = start(
                rb -> rb.from(vendor().status()).routeId("flow").process(told()).process(new FailsTwice()));

        assertThat(told().number(3).eventId()).isEqualTo(told().number(1).eventId());
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void failureInASedaRouteIsToldAgain() {
        DefaultCamelContext camel = start(rb -> {
            rb.from(vendor().status()).routeId("flow").to("seda:slow");
            rb.from("seda:slow").process(told()).process(new FailsTwice());
        });

        told().number(3);
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void exchangeMarkedForRollbackIsToldAgain() {
        AtomicInteger failures = new AtomicInteger();
        DefaultCamelContext camel = start(rb -> rb.from(vendor().status())
                .routeId("flow")
                .process(told())
                .choice()
                .when(exchange -> failures.incrementAndGet() <= 2)
                .markRollbackOnly());

        told().number(3);
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void failureThatTheRouteHandlesIsConfirmed() {
        DefaultCamelContext camel = start(rb -> {
            rb.onException(IllegalStateException.class).handled(true).to("mock:handled");
            rb.from(vendor().status()).routeId("flow").process(told()).process(new FailsTwice());
        });

        told().number(1);
        assertNothingFurtherIsTold(camel);
        assertThat(told().all()).hasSize(1);
    }

    @Test
    default void failureInADeadLetterChannelIsConfirmed() {
        DefaultCamelContext camel = start(rb -> {
            rb.errorHandler(rb.deadLetterChannel("mock:dead"));
            rb.from(vendor().status()).routeId("flow").process(told()).process(new FailsTwice());
        });

        told().number(1);
        assertNothingFurtherIsTold(camel);
        assertThat(told().all()).hasSize(1);
    }

    private DefaultCamelContext start(LambdaRouteBuilder flow) {
        DefaultCamelContext camel = vendor().camel();
        route(camel, flow);
        vendor().place();
        return camel;
    }

    /** As a sink whose database is away for a while. */
    final class FailsTwice implements Processor {
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public void process(Exchange exchange) {
            if (failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("the database is away");
            }
        }
    }
}
