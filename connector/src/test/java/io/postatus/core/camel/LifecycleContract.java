/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.postatus.simulator.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start, suspend, resume, reload, stop: what a running application does to a consumer. */
interface LifecycleContract extends RimFixture {

    /** Less than the lease lives (30 s) and than Camel waits for what does not end by itself (10 s). */
    Duration QUICKLY = Duration.ofSeconds(4);

    @Test
    default void nothingIsAskedOrOpenedBeforeTheStart() throws Exception {
        Path file = folder().resolve("positions.db");
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status() + "&stateStore=sqlite:" + file)
                .routeId("flow")
                .autoStartup(false)
                .process(told()));

        assertThat(vendor().requests()).isEmpty();
        assertThat(file).doesNotExist();

        vendor().place();
        camel.getRouteController().startRoute("flow");
        told().number(1);
        assertThat(file).exists();
    }

    @Test
    default void serviceThatIsDownAtBootKeepsNothingFromStarting() {
        vendor().simulator.faults().always(Fault.ACCESS_DENIED);
        vendor().place();
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status()).routeId("flow").process(told()));

        soon().until(() -> vendor().polls() > 1);
        assertThat(camel.getRouteController().getRouteStatus("flow")).isEqualTo(ServiceStatus.Started);
        vendor().simulator.faults().clear();
        told().number(1);
    }

    @Test
    default void supervisedRouteStartsOnceItsStoreCanBeOpened() throws Exception {
        Path blocked = Files.createFile(folder().resolve("blocked"));
        vendor().place();
        DefaultCamelContext camel = vendor().camel(setup -> {
            setup.getRouteController().supervising().setBackOffDelay(100);
            route(setup, rb -> rb.from(vendor().status() + "&stateStore=sqlite:" + blocked.resolve("positions.db"))
                    .routeId("flow")
                    .process(told()));
        });
        soon().until(() -> camel.getRouteController().getRouteStatus("flow") != ServiceStatus.Started);

        Files.delete(blocked);
        told().number(1);
    }

    @Test
    default void suspendedConsumerAsksNothingAndResumedOneGoesOnAtOnce() throws Exception {
        int many = vendor().moreThanOnePage();
        place(many);
        vendor().simulator.faults().always(Fault.LATENCY).delay(Duration.ofMillis(300));
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status(Duration.ofHours(1)))
                .routeId("flow")
                .process(told()));
        told().number(1);

        camel.getRouteController().suspendRoute("flow");
        int atMost = vendor().requests().size() + 3;
        int heard = told().all().size();
        assertThat(heard).as("in the middle of a poll").isLessThan(many);
        await().during(Duration.ofMillis(700))
                .until(() ->
                        vendor().requests().size() <= atMost && told().all().size() == heard);

        vendor().simulator.faults().clear();
        camel.getRouteController().resumeRoute("flow");
        told().number(many);
        assertThat(told().words()).doesNotHaveDuplicates();
    }

    @Test
    default void stopDoesNotWaitForAnAnswer() throws Exception {
        vendor().simulator.faults().always(Fault.LATENCY).delay(Duration.ofSeconds(30));
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status()).routeId("flow").process(told()));
        soon().until(() -> vendor().polls() > 0);

        assertQuick(() -> camel.getRouteController().stopRoute("flow"));
        assertQuick(camel::stop);
    }

    @Test
    default void stopDoesNotWaitForAPauseThatTheServiceAskedFor() throws Exception {
        vendor().simulator.faults().always(Fault.RATE_LIMITED).retryAfter(Duration.ofSeconds(60));
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status()).routeId("flow").process(told()));
        soon().until(() -> vendor().polls() > 0);

        assertQuick(() -> camel.getRouteController().stopRoute("flow"));
        assertQuick(camel::stop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    default void reloadedRouteGoesOnAtOnceWhereItStopped(String store) throws Exception {
        String stateStore = store.equals("memory") ? store : "sqlite:" + folder().resolve("positions.db");
        String before = vendor().place();
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status() + "&stateStore=" + stateStore)
                .routeId("flow")
                .process(told()));
        told().number(1);

        camel.getRouteController().stopRoute("flow");
        camel.removeRoute("flow");
        String meanwhile = vendor().place();
        Instant reloaded = Instant.now();
        route(camel, rb -> rb.from(vendor().status() + "&stateStore=" + stateStore + "&maxUnconfirmed=100")
                .routeId("flow")
                .process(told()));
        told().number(2);

        assertThat(Duration.between(reloaded, Instant.now())).isLessThan(QUICKLY);
        String open = " " + vendor().life().get(0);
        assertThat(told().words()).containsExactly(before + open, meanwhile + open);
    }

    @Test
    default void stoppedRouteCanBeStartedAgain() throws Exception {
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status()).routeId("flow").process(told()));
        vendor().place();
        told().number(1);

        camel.getRouteController().stopRoute("flow");
        vendor().place();
        camel.getRouteController().startRoute("flow");
        told().number(2);
        assertThat(told().words()).doesNotHaveDuplicates();
    }

    @Test
    default void shutdownWaitsForAnExchangeInSedaAndNotLonger() {
        CountDownLatch slow = new CountDownLatch(1);
        String store = stateFile();
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> {
            rb.from(vendor().status() + store).to("seda:slow");
            rb.from("seda:slow").process(told()).process(exchange -> slow.await());
        });
        vendor().place();
        told().number(1);

        Thread shutdown = new Thread(camel::stop);
        shutdown.start();
        soon().until(camel::isStopping);
        Instant released = Instant.now();
        slow.countDown();
        soon().until(() -> !shutdown.isAlive());
        assertThat(Duration.between(released, Instant.now())).isLessThan(QUICKLY);
        assertThat(vendor().log.all()).noneMatch(line -> line.contains("Forcing shutdown"));

        vendor().place();
        route(vendor().camel(), rb -> rb.from(vendor().status() + store).process(told()));
        told().number(2);
        assertThat(told().words()).as("the first was confirmed").doesNotHaveDuplicates();
    }

    @Test
    default void anotherProcessGoesOnWhereTheLastStopped() {
        DefaultCamelContext first = poll(stateFile());
        String changed = vendor().place();
        String unchanged = vendor().place();
        told().number(2);
        assertNothingFurtherIsTold(first);
        first.stop();

        vendor().change(changed);
        DefaultCamelContext second = poll(stateFile());
        told().number(3);
        assertNothingFurtherIsTold(second);
        assertThat(told().last().current().purchaseOrderNumber())
                .isEqualTo(changed)
                .isNotEqualTo(unchanged);
        assertThat(told().last().kind()).hasToString("changed");
    }

    /** One state file has one process; the routes of a context share it. */
    @Test
    default void routesOfOneContextShareAStateFileAndAnotherContextIsRefused() {
        Told audited = new Told();
        DefaultCamelContext first = vendor().camel();
        route(first, rb -> {
            rb.from(vendor().status() + stateFile()).process(told());
            rb.from(vendor().status() + stateFile() + "&subscription=audit").process(audited);
        });
        vendor().place();
        told().number(1);
        audited.number(1);

        DefaultCamelContext second = vendor().camel();
        assertThatThrownBy(() -> route(second, rb -> rb.from(vendor().status() + stateFile() + "&subscription=other")
                        .process(told())))
                .hasStackTraceContaining(folder().resolve("positions.db").toString())
                .hasStackTraceContaining("is in use");

        first.stop();
        poll(second, vendor().status() + stateFile());
        soon().until(() -> RimFixture.consumer(second).isFirstPollDone());
        assertThat(told().all()).hasSize(1);
    }

    @Test
    default void secondConsumerOnAStreamIsRefusedWithTheWaysOut() {
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> rb.from(vendor().status()).routeId("flow").process(told()));

        assertThatThrownBy(() -> route(
                        camel, rb -> rb.from(vendor().status()).routeId("copy").process(told())))
                .hasStackTraceContaining(
                        "Stream " + vendor().stream("default") + " is polled by route 'flow' already, and route"
                                + " 'copy' would take changes away from it. Either let one route poll and hand the changes on"
                                + " (multicast, seda), or give this one a position of its own with subscription=<name>");

        vendor().place();
        told().number(1);
    }

    @Test
    default void twoSubscriptionsOnOneAccountBothGetEveryChange() {
        Told others = new Told();
        DefaultCamelContext camel = vendor().camel();
        route(camel, rb -> {
            rb.from(vendor().status()).process(told());
            rb.from(vendor().status() + "&subscription=audit").process(others);
        });
        String number = vendor().place();
        told().number(1);
        others.number(1);
        vendor().change(number);
        told().number(2);
        others.number(2);

        assertThat(told().words()).isEqualTo(others.words());
        assertThat(others.all()).allMatch(change -> change.stream().equals(vendor().stream("audit")));
        vendor().assertOneToken();
    }

    private static void assertQuick(Executable act) {
        assertTimeout(QUICKLY, act);
    }
}
