/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.route;
import static io.postatus.amazonvendor.Told.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.poll.PollReport;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as told: the exchange, and all that continued it, completed. */
class AmazonVendorDeliveryTest {

    private final TestVendor vendor = new TestVendor();
    private final Told told = new Told();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final Processor slowPart = exchange -> slow.await();
    private final AtomicInteger failures = new AtomicInteger();
    private final Processor failsTwice = exchange -> {
        if (failures.incrementAndGet() <= 2) {
            throw new IllegalStateException("the database is away");
        }
    };

    private DefaultCamelContext camel;

    @BeforeEach
    void open() {
        camel = vendor.camel();
    }

    @AfterEach
    void close() {
        slow.countDown();
        vendor.close();
    }

    interface Slow {
        void configure(RouteBuilder rb, RouteDefinition flow, Processor told, Processor slowPart);
    }

    static Stream<Arguments> whatWaits() {
        return Stream.of(
                Arguments.of("seda", (Slow) (rb, flow, told, slowPart) -> {
                    flow.to("seda:slow");
                    rb.from("seda:slow").process(told).process(slowPart);
                }),
                Arguments.of("seda that does not wait", (Slow) (rb, flow, told, slowPart) -> {
                    flow.to("seda:slow?waitForTaskToComplete=Never");
                    rb.from("seda:slow").process(told).process(slowPart);
                }),
                Arguments.of("threads", (Slow) (rb, flow, told, slowPart) ->
                        flow.threads(2).process(told).process(slowPart)),
                Arguments.of("parallel split", (Slow) (rb, flow, told, slowPart) -> flow.process(told)
                        .split(rb.body().method("changes"))
                        .parallelProcessing()
                        .process(exchange -> {})
                        .end()
                        .split(rb.constant("a,b").tokenize(","))
                        .parallelProcessing()
                        .process(slowPart)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatWaits")
    void changeIsConfirmedAfterTheSlowPart(String name, Slow construct) {
        route(camel, rb -> construct.configure(rb, rb.from(STATUS).routeId("flow"), told, slowPart));
        vendor.place();
        told.number(1);

        await().during(Duration.ofMillis(400))
                .until(() -> consumer().getProgress().ended() == null
                        && consumer().getProgress().confirmed() == 0);
        slow.countDown();
        await().atMost(SOON).until(this::pollHasEnded);
        assertNothingIsToldAgain();
    }

    static Stream<Arguments> whatAnswersEarly() {
        return Stream.of(
                Arguments.of("wireTap", (Slow) (rb, flow, told, slowPart) -> {
                    flow.wireTap("direct:slow");
                    rb.from("direct:slow").process(told).process(slowPart);
                }),
                Arguments.of("aggregate", (Slow) (rb, flow, told, slowPart) -> flow.process(told)
                        .aggregate(rb.constant(true), new UseLatestAggregationStrategy())
                        .completionSize(100)
                        .process(slowPart)));
    }

    /** The promise ends there: what a crash takes from these is not told again. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("whatAnswersEarly")
    void changeIsConfirmedBeforeTheSlowPart(String name, Slow construct) {
        route(camel, rb -> construct.configure(rb, rb.from(STATUS).routeId("flow"), told, slowPart));
        vendor.place();
        told.number(1);

        await().atMost(SOON).until(this::pollHasEnded);
        assertThat(slow.getCount()).isEqualTo(1);
        assertNothingIsToldAgain();
    }

    @Test
    void failedExchangeIsToldAgainWithTheSameEventId() {
        start(rb -> rb.from(STATUS).routeId("flow").process(told).process(failsTwice));

        assertThat(told.number(3).eventId()).isEqualTo(told.number(1).eventId());
        assertNothingIsToldAgain();
    }

    @Test
    void failureInASedaRouteIsToldAgain() {
        start(rb -> {
            rb.from(STATUS).routeId("flow").to("seda:slow");
            rb.from("seda:slow").process(told).process(failsTwice);
        });

        told.number(3);
        assertNothingIsToldAgain();
    }

    @Test
    void exchangeMarkedForRollbackIsToldAgain() {
        start(rb -> rb.from(STATUS)
                .routeId("flow")
                .process(told)
                .choice()
                .when(exchange -> failures.incrementAndGet() <= 2)
                .markRollbackOnly());

        told.number(3);
        assertNothingIsToldAgain();
    }

    @Test
    void failureThatTheRouteHandlesIsConfirmed() {
        start(rb -> {
            rb.onException(IllegalStateException.class).handled(true).to("mock:handled");
            rb.from(STATUS).routeId("flow").process(told).process(failsTwice);
        });

        told.number(1);
        assertNothingIsToldAgain();
    }

    @Test
    void failureInADeadLetterChannelIsConfirmed() {
        start(rb -> {
            rb.errorHandler(rb.deadLetterChannel("mock:dead"));
            rb.from(STATUS).routeId("flow").process(told).process(failsTwice);
        });

        told.number(1);
        assertNothingIsToldAgain();
    }

    private void start(LambdaRouteBuilder flow) {
        route(camel, flow);
        vendor.place();
    }

    private StatusConsumer consumer() {
        return (StatusConsumer) camel.getRoute("flow").getConsumer();
    }

    private boolean pollHasEnded() {
        return consumer().getProgress().ended() == PollReport.Ended.DONE;
    }

    /** Three more polls read the order and say nothing. */
    private void assertNothingIsToldAgain() {
        int before = told.all().size();
        int asked = vendor.statusRequests();
        await().atMost(SOON).until(() -> vendor.statusRequests() > asked + 3);
        assertThat(told.all()).hasSize(before);
    }
}
