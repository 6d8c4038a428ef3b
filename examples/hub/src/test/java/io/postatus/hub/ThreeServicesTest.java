/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.pos.PosSubscriber;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amazon, Partner Center and POS side by side: one file, one state, and none in the way of another. */
class ThreeServicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> SOURCES = Set.of("amazonvendor", "partnercenter", "pos");

    private static final List<String> CHECKS = List.of("consumer:amazon", "consumer:partnercenter", "consumer:pos");

    @TempDir
    Path folder;

    private Simulator simulator;
    private AmazonAccount acme;
    private PartnerCustomer fabrikam;
    private PosSubscriber tickets;

    @BeforeEach
    void begin() {
        simulator = Simulator.builder()
                .partnerCenter(partner -> partner.listLag(Duration.ZERO))
                .build()
                .start();
        acme = simulator.amazon().account("ACME1");
        fabrikam = simulator.partnerCenter().tenant("contoso1").customer("Fabrikam");
        tickets = simulator.pos().subscriber("tickets-1");
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    /** The ids of an order at each service, as the file has them. */
    private record Orders(String amazon, String partnerCenter, String pos) {}

    private Orders place() {
        return new Orders(
                acme.place(order -> order.line("B0EXAMPLE1", 100)),
                fabrikam.place(order -> order.line("Access LTSC 2021", 3)),
                tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00")));
    }

    private void change(Orders orders) {
        acme.acknowledge(orders.amazon, 1, 80, 20);
        fabrikam.uploadPurchaseOrder(orders.partnerCenter);
        tickets.ship(orders.pos, "7700123");
    }

    @Test
    void aChangeOfEachIsInTheFileWithItsServiceAndInItsWordsAndOnTheScreenInTheSameColumns() {
        Orders orders = place();
        try (TestHub hub = hub().start()) {
            await().atMost(PATIENCE).until(() -> sources(hub.events()).equals(SOURCES));
            change(orders);
            await().atMost(PATIENCE).until(() -> sources(changed(hub)).equals(SOURCES));

            assertThat(changed(hub))
                    .extracting(event -> event.path("source").asText() + " "
                            + event.path("account").asText() + " "
                            + event.path("previousStatus").asText() + " -> "
                            + event.path("status").asText() + " ("
                            + event.path("vendorStatus").asText() + ")")
                    .containsExactlyInAnyOrder(
                            "amazonvendor acme-de open -> acknowledged (OPEN)",
                            "partnercenter contoso open -> in-review (po_upload_complete)",
                            "pos tickets open -> open (Pending)");
            assertThat(changed(hub))
                    .extracting(event -> event.path("id").asText())
                    .containsExactlyInAnyOrder(orders.amazon, fabrikam.id() + "/" + orders.partnerCenter, orders.pos);

            List<String> shown = hub.printed().stream()
                    .filter(line -> line.contains("  open"))
                    .filter(line -> !line.contains("new -> "))
                    .map(line -> line.substring("HH:mm:ss  ".length()))
                    .toList();
            String number = tickets.document(orders.pos).path("PONumber").asText();
            assertThat(shown)
                    .containsExactlyInAnyOrder(
                            String.format(
                                    "amazonvendor   acme-de   %-12s  open -> acknowledged                line 1: accepted 80, rejected 20",
                                    orders.amazon),
                            String.format(
                                    "partnercenter  contoso   %-12s  open -> in-review                   po_upload_complete",
                                    orders.partnerCenter),
                            String.format(
                                    "pos            tickets   %-12s  open                                ShippingStatus Shipped",
                                    number));
        }
    }

    @Test
    void afterARestartAllThreeGoOnAndTellNothingTwice() {
        Orders orders = place();
        try (TestHub hub = hub().start()) {
            await().atMost(PATIENCE).until(() -> sources(hub.events()).equals(SOURCES));
        }
        change(orders);
        try (TestHub hub = hub().start()) {
            await().atMost(PATIENCE).until(() -> sources(changed(hub)).equals(SOURCES));

            assertThat(hub.events())
                    .hasSize(6)
                    .extracting(event -> event.path("eventId").asText())
                    .doesNotHaveDuplicates();
            assertThat(hub.printed().stream().filter(line -> line.contains("  goes on where it stopped: ")))
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains(" 1 changes told since "))
                    .filteredOn(line -> line.contains("partnercenter"))
                    .noneMatch(line -> line.contains("read up to"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amazon.client-secret, amazonvendor, consumer:amazon",
        "partnercenter.client-secret, partnercenter, consumer:partnercenter",
        "pos.secret-key, pos, consumer:pos",
    })
    void wrongCredentialsOfOneNeitherStopNorDelayTheOthers(String property, String source, String check) {
        Orders orders = place();
        try (TestHub hub = hub().set(property, "wrong").start()) {
            Set<String> others =
                    SOURCES.stream().filter(each -> !each.equals(source)).collect(Collectors.toSet());
            await().atMost(PATIENCE).until(() -> sources(hub.events()).equals(others));
            await().atMost(PATIENCE).until(() -> state(hub, check) == HealthCheck.State.DOWN);
            change(orders);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> sources(changed(hub)).equals(others));

            assertThat(CHECKS).allSatisfy(each -> assertThat(state(hub, each))
                    .isEqualTo(each.equals(check) ? HealthCheck.State.DOWN : HealthCheck.State.UP));
        }
    }

    @Test
    void oneThatIsSwitchedOffIsNotAskedAndNeedsNoSettings() {
        place();
        try (TestHub hub = hub().set("pos.enabled", false)
                .set("pos.account", "")
                .set("pos.api-key", "")
                .start()) {
            await().atMost(PATIENCE).until(() -> sources(hub.events()).equals(Set.of("amazonvendor", "partnercenter")));

            assertThat(hub.camel().getRoutes())
                    .extracting(Route::getId)
                    .contains("amazon")
                    .doesNotContain("pos");
            assertThat(simulator.pos().requests()).isEmpty();
        }
    }

    @Test
    void theSimulatorInsideHasAllThreeWorldsAndGoesOnWithThem() throws IOException {
        int port = freePort();
        try (TestHub hub = inside(port).start()) {
            await().atMost(PATIENCE).until(() -> sources(changed(hub)).equals(SOURCES));
        }
        int told = TestHub.events(folder.resolve("events.jsonl")).size();
        try (TestHub hub = inside(port).start()) {
            await().atMost(PATIENCE)
                    .until(() ->
                            sources(hub.events().stream().skip(told).toList()).equals(SOURCES));

            assertThat(hub.events())
                    .extracting(event -> event.path("eventId").asText())
                    .doesNotHaveDuplicates();
            assertThat(hub.events().stream()
                            .filter(event -> event.path("kind").asText().equals("first-seen")))
                    .extracting(event -> event.path("source").asText() + " "
                            + event.path("id").asText())
                    .doesNotHaveDuplicates();
        }
    }

    private TestHub hub() {
        return TestHub.in(folder).against(simulator);
    }

    private TestHub inside(int port) {
        TestHub hub = TestHub.in(folder).set("hub.simulator.port", port).set("hub.simulator.amazon-orders", 40);
        Services.NAMES.forEach(service -> hub.set("hub.simulator." + service + "-changes-per-minute", 120));
        return hub;
    }

    private static List<JsonNode> changed(TestHub hub) {
        return hub.events().stream()
                .filter(event -> event.path("kind").asText().equals("changed"))
                .toList();
    }

    private static Set<String> sources(List<JsonNode> events) {
        return events.stream().map(event -> event.path("source").asText()).collect(Collectors.toSet());
    }

    private static HealthCheck.State state(TestHub hub, String check) {
        return HealthCheckHelper.invoke(hub.camel()).stream()
                .filter(result -> check.equals(result.getCheck().getId()))
                .map(HealthCheck.Result::getState)
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
