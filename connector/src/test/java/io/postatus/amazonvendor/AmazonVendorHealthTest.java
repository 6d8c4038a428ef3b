/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.assertNoSecret;
import static io.postatus.amazonvendor.TestVendor.route;
import static io.postatus.amazonvendor.Told.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.poll.PollReport;
import io.postatus.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a consumer that cannot poll: unhealthy, one clear line in the log, and no storm of requests. */
class AmazonVendorHealthTest {

    private final TestVendor vendor = new TestVendor();
    private final Told told = new Told();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void consumerIsDownBeforeItsFirstPollAndOnFailureAndUpAfterRecovery() {
        DefaultCamelContext camel = withHealth();
        route(camel, rb -> rb.from(STATUS.replace("initialDelay=10", "initialDelay=1000"))
                .routeId("flow")
                .process(told));
        assertThat(health(camel).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health(camel).getMessage())
                .hasValueSatisfying(text -> assertThat(text).contains("not yet polled"));
        awaitHealth(camel, HealthCheck.State.UP);

        vendor.simulator.faults().always(Fault.ACCESS_DENIED);
        awaitHealth(camel, HealthCheck.State.DOWN);
        HealthCheck.Result down = health(camel);
        assertThat(down.getDetails())
                .containsEntry("stream", "amazonvendor/acme/default")
                .containsKey("pausedUntil")
                .containsKey(HealthCheck.FAILURE_ERROR_COUNT);
        assertThat(down.getError()).hasValueSatisfying(error -> assertThat(error)
                .hasMessageContaining("Account 'acme', getPurchaseOrdersStatus: the service denied access (403"));
        assertNoSecret(words(down));

        vendor.simulator.faults().clear();
        awaitHealth(camel, HealthCheck.State.UP);
    }

    /** The pause of the first process would last ten minutes. */
    @Test
    void whoMendsCredentialsAndRestartsIsNotKeptWaiting() {
        vendor.simulator.faults().always(Fault.ACCESS_DENIED);
        DefaultCamelContext first = pausing();
        awaitHealth(first, HealthCheck.State.DOWN);
        await().atMost(SOON).until(() -> pausedUntil(first) != null);
        first.stop();

        vendor.simulator.faults().clear();
        DefaultCamelContext second = pausing();
        awaitHealth(second, HealthCheck.State.UP);
        assertThat(consumer(second).getLastFailure()).isEmpty();
    }

    /** Somebody's supervisor starts what fails again and again: one try a start, and the pause grows. */
    @Test
    void restartWithoutMendingIsOneTryAndALongerPause() {
        vendor.simulator.faults().always(Fault.ACCESS_DENIED);
        for (int start = 1; start <= 3; start++) {
            DefaultCamelContext camel = pausing();
            await().atMost(SOON).until(() -> pausedUntil(camel) != null);
            assertThat(Duration.between(consumer(camel).getProgress().at(), pausedUntil(camel)))
                    .isCloseTo(Duration.ofMinutes(start == 1 ? 10 : 15), Duration.ofMinutes(1));
            assertThat(consumer(camel).getLastFailure()).contains("the service denied access");
            camel.stop();
            assertThat(vendor.statusRequests()).isEqualTo(start);
        }
    }

    private DefaultCamelContext pausing() {
        DefaultCamelContext camel = withHealth();
        String uri =
                STATUS.replace("delay=100", "delay=600000") + "&stateStore=sqlite:" + folder.resolve("positions.db");
        route(camel, rb -> rb.from(uri).routeId("flow").process(told));
        return camel;
    }

    private static Instant pausedUntil(DefaultCamelContext camel) {
        PollReport report = consumer(camel).getProgress();
        return report == null ? null : report.pausedUntil();
    }

    /** Delays are 1/600 of the default: ten minutes take a second. */
    @Test
    void wrongCredentialsAreOneClearLineAndNoStorm() {
        vendor.account.revoke();
        DefaultCamelContext camel = withHealth();
        route(camel, rb -> rb.from(STATUS).routeId("flow").process(told));
        await().atMost(SOON).until(() -> consumer(camel).getFailuresInARow() >= 4);

        assertThat(vendor.simulator.amazon().tokenCalls()).isLessThanOrEqualTo(4);
        assertThat(vendor.statusRequests()).isZero();
        assertThat(health(camel).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(camel.getRouteController().getRouteStatus("flow")).isEqualTo(ServiceStatus.Started);
        assertThat(vendor.log.warnings())
                .filteredOn(line -> line.contains("denied access"))
                .singleElement()
                .asString()
                .matches(
                        "amazonvendor/acme/default: the poll failed and is tried again at \\S+Z: Account 'acme', token:.*")
                .contains("the refreshToken is unknown, revoked or another client's");
    }

    private DefaultCamelContext withHealth() {
        return vendor.camel(setup -> setup.getCamelContextExtension()
                .getContextPlugin(HealthCheckRegistry.class)
                .register(consumersOf(setup)));
    }

    private static HealthCheckRepository consumersOf(DefaultCamelContext camel) {
        HealthCheckRepository consumers = (HealthCheckRepository) camel.getCamelContextExtension()
                .getContextPlugin(HealthCheckRegistry.class)
                .resolveById("consumers");
        consumers.setEnabled(true);
        return consumers;
    }

    private static HealthCheck.Result health(DefaultCamelContext camel) {
        return HealthCheckHelper.invokeReadiness(camel).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:flow"))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitHealth(DefaultCamelContext camel, HealthCheck.State state) {
        await().atMost(SOON).until(() -> health(camel).getState() == state);
    }

    private static List<String> words(HealthCheck.Result result) {
        return Stream.of(
                        result.getMessage(),
                        result.getError().map(Throwable::toString),
                        result.getDetails().entrySet().stream()
                                .map(Map.Entry::toString)
                                .reduce(String::concat))
                .map(words -> words.orElse(""))
                .toList();
    }

    private static StatusConsumer consumer(DefaultCamelContext camel) {
        return (StatusConsumer) camel.getRoute("flow").getConsumer();
    }
}
