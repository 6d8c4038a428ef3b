/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.postatus.core.camel.StatusConsumer;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Wrong credentials: unhealthy, said once and clearly, no storm of requests; and well again once they are right. */
class CredentialsTest {

    @Test
    void wrongSecretIsUnhealthyAndSaidOnceUntilItIsRight(@TempDir Path folder) {
        ListAppender<ILoggingEvent> log = listen();
        try (Simulator simulator = Simulator.builder().build().start()) {
            AmazonAccount acme = simulator.amazon().account("ACME1");
            acme.place(order -> order.line("B0EXAMPLE1", 100));
            try (TestHub hub = TestHub.in(folder)
                    .only("amazon")
                    .against(simulator)
                    .set("amazon.client-secret", acme.clientSecret() + ".1")
                    .start()) {
                await().atMost(Duration.ofSeconds(30)).until(() -> stream(hub).getFailuresInARow() >= 3);

                assertThat(state(hub)).isEqualTo(HealthCheck.State.DOWN);
                assertThat(warnings(log))
                        .singleElement()
                        .asString()
                        .contains("amazonvendor/acme-de/default: the poll failed", "clientSecret is wrong")
                        .doesNotContain(acme.clientSecret());
                // One failure is good for ten seconds, whoever asks.
                assertThat(simulator.amazon().tokenCalls()).isBetween(1L, 2L);
                assertThat(hub.events()).isEmpty();

                assertThat(acme.rotateSecret()).endsWith(".1");
                await().atMost(Duration.ofSeconds(60)).until(() -> hub.events().size() == 1);
                await().atMost(Duration.ofSeconds(30)).until(() -> state(hub) == HealthCheck.State.UP);
            }
        }
    }

    private static StatusConsumer stream(TestHub hub) {
        return new Streams(hub.camel()).all().get(0);
    }

    private static HealthCheck.State state(TestHub hub) {
        return HealthCheckHelper.invoke(hub.camel()).stream()
                .filter(result -> "consumer:amazon".equals(result.getCheck().getId()))
                .map(HealthCheck.Result::getState)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> warnings(ListAppender<ILoggingEvent> log) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().toString().equals("WARN"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(StatusConsumer.class)).addAppender(log);
        return log;
    }
}
