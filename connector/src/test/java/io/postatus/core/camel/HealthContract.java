/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.RimFixture.consumer;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.poll.PollReport;
import io.postatus.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What an operator sees of a consumer that cannot poll: unhealthy, one clear line in the log, and no storm of requests. */
interface HealthContract extends RimFixture {

    @Test
    default void consumerIsDownBeforeItsFirstPollAndOnFailureAndUpAfterRecovery() {
        DefaultCamelContext camel = withHealth();
        poll(camel, vendor().status().replace("initialDelay=10", "initialDelay=1000"));
        assertThat(health(camel).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health(camel).getMessage())
                .hasValueSatisfying(text -> assertThat(text).contains("not yet polled"));
        awaitHealth(camel, HealthCheck.State.UP);
        assertThat(health(camel).getDetails())
                .as("how far it is read stands in its health, good or bad")
                .containsKeys("gaps", "horizonThreshold")
                .containsEntry("parked", 0);

        vendor().simulator.faults().always(Fault.ACCESS_DENIED);
        awaitHealth(camel, HealthCheck.State.DOWN);
        HealthCheck.Result down = health(camel);
        assertThat(down.getDetails())
                .containsEntry("stream", vendor().stream("default"))
                .containsKey("pausedUntil")
                .containsKey(HealthCheck.FAILURE_ERROR_COUNT);
        assertThat(down.getError()).hasValueSatisfying(error -> assertThat(error)
                .hasMessageContaining("Account 'acme', ")
                .hasMessageContaining(": the service denied access (403"));
        vendor().assertNoSecret(words(down));

        vendor().simulator.faults().clear();
        awaitHealth(camel, HealthCheck.State.UP);
    }

    /** The pause of the first process would last ten minutes. */
    @Test
    default void whoMendsCredentialsAndRestartsIsNotKeptWaiting() {
        vendor().simulator.faults().always(Fault.ACCESS_DENIED);
        DefaultCamelContext first = pausing();
        awaitHealth(first, HealthCheck.State.DOWN);
        soon().until(() -> pausedUntil(first) != null);
        first.stop();

        vendor().simulator.faults().clear();
        DefaultCamelContext second = pausing();
        awaitHealth(second, HealthCheck.State.UP);
        assertThat(consumer(second).getLastFailure()).isEmpty();
    }

    /** Somebody's supervisor starts what fails again and again: one try a start, and the pause grows. */
    @Test
    default void restartWithoutMendingIsOneTryAndALongerPause() {
        vendor().simulator.faults().always(Fault.ACCESS_DENIED);
        for (int start = 1; start <= 3; start++) {
            DefaultCamelContext camel = pausing();
            // Said once the poll has ended, so that its report is the last word, too.
            soon().until(() -> consumer(camel).getLastFailure().contains("the service denied access"));
            assertThat(Duration.between(consumer(camel).getProgress().at(), pausedUntil(camel)))
                    .isCloseTo(Duration.ofMinutes(start == 1 ? 10 : 15), Duration.ofMinutes(1));
            int asked = vendor().requests().size();
            camel.stop();
            assertThat(vendor().requests()).hasSize(asked);
        }
    }

    private DefaultCamelContext pausing() {
        DefaultCamelContext camel = withHealth();
        poll(camel, vendor().status(Duration.ofMinutes(10)) + stateFile());
        return camel;
    }

    private static Instant pausedUntil(DefaultCamelContext camel) {
        PollReport report = consumer(camel).getProgress();
        return report == null ? null : report.pausedUntil();
    }

    /** Delays are 1/600 of the default: ten minutes take a second. */
    @Test
    default void wrongCredentialsAreOneClearLineAndNoStorm() {
        vendor().revoke();
        DefaultCamelContext camel = withHealth();
        poll(camel, vendor().status(Duration.ofMillis(100)));
        soon().until(() -> consumer(camel).getFailuresInARow() >= 4);

        assertThat(vendor().requests()).as("one a poll").hasSizeLessThanOrEqualTo(4);
        assertThat(health(camel).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(camel.getRouteController().getRouteStatus("flow")).isEqualTo(ServiceStatus.Started);
        assertThat(vendor().log.warnings())
                .filteredOn(line -> line.contains("denied access"))
                .singleElement()
                .asString()
                .matches(vendor().stream("default")
                        + ": the poll failed and is tried again at \\S+Z: Account 'acme', .*");
    }

    /** R9: what a stream has given up on can be counted from outside, while it works and while it does not. */
    @Test
    default void parkedEntriesAreCounted() throws Exception {
        DefaultCamelContext camel = withHealth();
        vendor().place();
        vendor().hideNumbers();
        poll(camel, vendor().status());
        StatusConsumer consumer = consumer(camel);
        soon().until(() -> consumer.getParked() == 1);
        assertThat(ManagementContract.attribute(camel, ManagementContract.bean(camel, "type=consumers"), "Parked"))
                .isEqualTo(1);

        vendor().simulator.faults().clear();
        vendor().simulator.faults().always(Fault.ACCESS_DENIED);
        awaitHealth(camel, HealthCheck.State.DOWN);
        assertThat(health(camel).getDetails()).containsEntry("parked", 1);

        camel.stop();
        assertThat(consumer.getParked()).as("nobody can count any more").isEqualTo(-1);
    }

    /** Every poll is good, and Camel by itself would be content. */
    @Test
    default void streamThatTellsNothingForTooLongIsDownUntilItTells() throws Exception {
        DefaultCamelContext camel = withHealth();
        poll(camel, vendor().status() + "&quietThreshold=2500");
        awaitHealth(camel, HealthCheck.State.UP);
        vendor().place();
        told().number(1);
        awaitHealth(camel, HealthCheck.State.DOWN);

        assertThat(consumer(camel).getFailuresInARow()).isZero();
        HealthCheck.Result down = health(camel);
        assertThat(down.getMessage()).hasValueSatisfying(text -> assertThat(text)
                .startsWith("Stream " + vendor().stream("default") + " is quiet too long: no change was told since 20")
                .contains("for more than quietThreshold (PT2.5S)", "raise quietThreshold"));
        assertThat(down.getDetails())
                .containsEntry("stream", vendor().stream("default"))
                .containsEntry("quietThreshold", "PT2.5S")
                .containsEntry("horizonThreshold", "PT3H")
                .containsKeys("readUpTo", "lastChange");
        assertThat(trouble(camel)).contains("is quiet too long");

        vendor().place();
        awaitHealth(camel, HealthCheck.State.UP);
        assertThat(trouble(camel)).isEmpty();
        assertThat(Instant.parse(consumer(camel).getLastChange()))
                .isBetween(Instant.now().minusSeconds(20), Instant.now());
    }

    /** An exchange that does not end holds its stretch of time open; the poll has not failed. */
    @Test
    default void streamWhoseHorizonStandsStillIsDownUntilItMovesOn() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        DefaultCamelContext camel = withHealth();
        TestVendor.route(camel, rb -> rb.from(vendor().status() + "&horizonThreshold=2500")
                .routeId("flow")
                .process(told())
                .process(exchange -> stuck.await()));
        awaitHealth(camel, HealthCheck.State.UP);
        soon().until(() -> !consumer(camel).getReadUpToSince().isEmpty());
        vendor().place();
        told().number(1);
        awaitHealth(camel, HealthCheck.State.DOWN);

        HealthCheck.Result down = health(camel);
        assertThat(down.getMessage()).hasValueSatisfying(text -> assertThat(text)
                .startsWith("The horizon of stream " + vendor().stream("default")
                        + " stands still: everything was read up to 20")
                .contains("for more than horizonThreshold (PT2.5S)", "an exchange of the route does not end"));
        assertThat(down.getDetails())
                .containsEntry("horizonThreshold", "PT2.5S")
                .containsKeys("readUpTo", "readUpToSince")
                .doesNotContainKey("quietThreshold");
        assertThat(trouble(camel)).contains("stands still");

        stuck.countDown();
        awaitHealth(camel, HealthCheck.State.UP);
        assertThat(trouble(camel)).isEmpty();
        assertThat(consumer(camel).getReadUpTo()).isNotEmpty();
    }

    private static String trouble(DefaultCamelContext camel) throws Exception {
        return (String)
                ManagementContract.attribute(camel, ManagementContract.bean(camel, "type=consumers"), "Trouble");
    }

    private DefaultCamelContext withHealth() {
        return vendor().camel(HealthContract::watchConsumers);
    }

    static void watchConsumers(DefaultCamelContext camel) {
        camel.getCamelContextExtension()
                .getContextPlugin(HealthCheckRegistry.class)
                .register(consumersOf(camel));
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
        soon().until(() -> health(camel).getState() == state);
    }

    static List<String> words(HealthCheck.Result result) {
        return Stream.of(
                        result.getMessage(),
                        result.getError().map(Throwable::toString),
                        result.getDetails().entrySet().stream()
                                .map(Map.Entry::toString)
                                .reduce(String::concat))
                .map(words -> words.orElse(""))
                .toList();
    }
}
