/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.TruthEntry;
import io.postatus.simulator.amazon.AmazonAccount;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub as a user runs it, but for where its files are. */
class HubTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Simulator simulator;

    @AfterEach
    void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void everyOrderIsToldAsItIsAndEveryChangeIsPrintedInALine() {
        simulator = Simulator.builder().accounts(1).population(300, 90).build().start();
        AmazonAccount acme = simulator.amazon().account("ACME1");
        try (TestHub hub = amazonsHub().against(simulator).start()) {
            await().atMost(PATIENCE).until(() -> hub.lastTold().equals(truth()));
            String number = acme.place(order -> order.line("B0EXAMPLE1", 100));
            await().atMost(PATIENCE).until(() -> hub.lastTold().equals(truth()));
            acme.acknowledge(number, 1, 80, 20);
            await().atMost(PATIENCE).until(() -> hub.lastTold().equals(truth()));

            assertThat(hub.events()).hasSize(302);
            assertThat(hub.printed().get(0))
                    .endsWith("  amazonvendor   acme-de   first start: reads what changed since P90D");
            assertThat(hub.printed())
                    .anyMatch(line -> line.matches(
                            "\\d\\d:\\d\\d:\\d\\d  amazonvendor   acme-de   " + number + " +new -> open +1 line"))
                    .anyMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d  amazonvendor   acme-de   " + number
                            + " +open -> acknowledged +line 1: accepted 80, rejected 20"));
        }
    }

    @Test
    void eventLineHoldsWhatWasPromisedInThatOrder() {
        simulator = Simulator.builder().build().start();
        simulator.amazon().account("ACME1").place(order -> order.line("B0EXAMPLE1", 100));
        try (TestHub hub = amazonsHub().against(simulator).start()) {
            await().atMost(PATIENCE).until(() -> hub.events().size() == 1);
            JsonNode event = hub.events().get(0);

            assertThat(event.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "eventId",
                            "source",
                            "account",
                            "id",
                            "purchaseOrderNumber",
                            "kind",
                            "status",
                            "vendorStatus",
                            "previousStatus",
                            "lastUpdated",
                            "observedAt",
                            "epoch",
                            "sequence",
                            "changes",
                            "document");
            assertThat(event.path("source").asText()).isEqualTo("amazonvendor");
            assertThat(event.path("account").asText()).isEqualTo("acme-de");
            assertThat(event.path("kind").asText()).isEqualTo("first-seen");
            assertThat(event.path("previousStatus").isNull()).isTrue();
            assertThat(event.path("document").path("purchaseOrderStatus").asText())
                    .isEqualTo("OPEN");
        }
    }

    @Test
    void afterARestartItGoesOnAndSaysSo() {
        simulator = Simulator.builder().accounts(1).population(50, 90).build().start();
        AmazonAccount acme = simulator.amazon().account("ACME1");
        try (TestHub hub = amazonsHub().against(simulator).start()) {
            await().atMost(PATIENCE).until(() -> hub.lastTold().equals(truth()));
        }
        String meanwhile = acme.place(order -> order.line("B0EXAMPLE1", 100));
        try (TestHub hub = amazonsHub().against(simulator).start()) {
            await().atMost(PATIENCE).until(() -> hub.lastTold().equals(truth()));

            assertThat(hub.events()).hasSize(51);
            assertThat(hub.printed().get(0)).contains("goes on where it stopped: ", " 50 changes told since ");
            assertThat(hub.printed()).anyMatch(line -> line.contains(meanwhile));
            hub.close();
            assertThat(hub.printed()).last().asString().contains("stopped; the next start goes on from here: ");
        }
    }

    @Test
    void theSimulatorInsideGoesOnWithItsWorldToo() throws IOException {
        int port = freePort();
        int told;
        try (TestHub hub = inside(port).start()) {
            await().atMost(PATIENCE).until(() -> hub.events().size() >= 100);
            await().atMost(PATIENCE).until(() -> hub.events().size() > 105);
        }
        told = TestHub.events(folder.resolve("events.jsonl")).size();
        try (TestHub hub = inside(port).start()) {
            await().atMost(PATIENCE).until(() -> hub.events().size() > told + 5);

            assertThat(hub.events())
                    .extracting(event -> event.path("eventId").asText())
                    .doesNotHaveDuplicates();
            assertThat(hub.events().stream()
                            .filter(event -> event.path("kind").asText().equals("first-seen")))
                    .extracting(event -> event.path("purchaseOrderNumber").asText())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void nobodyListeningIsNoSilenceAndNoSlowEnd() throws IOException {
        String nobody = "http://127.0.0.1:" + freePort();
        TestHub hub = amazonsHub()
                .set("hub.simulator.enabled", false)
                .set("amazon.base-url", nobody)
                .set("amazon.token-url", nobody + "/auth/o2/token")
                .start();
        await().atMost(PATIENCE).until(() -> hub.printed().stream().anyMatch(line -> line.contains("of 13 windows")));
        assertThat(hub.printed().get(1)).endsWith("reading: 0 of 13 windows, no answer yet");
        assertThat(Duration.ofNanos(taken(hub::close))).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void shutdownIsQuick() {
        simulator =
                Simulator.builder().accounts(1).population(2_000, 90).build().start();
        TestHub hub = amazonsHub().against(simulator).start();
        await().atMost(PATIENCE).until(() -> hub.events().size() > 10);
        assertThat(Duration.ofNanos(taken(hub::close))).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aLineTornByAKillDoesNotSpoilTheNext() throws IOException {
        Files.writeString(folder.resolve("events.jsonl"), "{\"eventId\":\"whole\"}\n{\"eventId\":\"to");
        simulator = Simulator.builder().build().start();
        simulator.amazon().account("ACME1").place(order -> order.line("B0EXAMPLE1", 100));
        try (TestHub hub = amazonsHub().against(simulator).start()) {
            await().atMost(PATIENCE).until(() -> hub.events().size() == 3);

            List<String> lines = Files.readAllLines(folder.resolve("events.jsonl"));
            assertThat(lines.get(1)).isEqualTo("{\"eventId\":\"to");
            assertThat(hub.events().get(2).path("purchaseOrderNumber").asText()).isNotEmpty();
        }
    }

    @Test
    void theFirstReadIsPrintedToWhoAsksForIt() {
        simulator = Simulator.builder().accounts(1).population(20, 90).build().start();
        try (TestHub hub = amazonsHub()
                .against(simulator)
                .set("hub.print-first-read", true)
                .start()) {
            await().atMost(PATIENCE)
                    .until(() -> hub.printed().stream()
                                    .filter(line -> line.contains("  new -> "))
                                    .count()
                            == 20);
        }
    }

    private TestHub amazonsHub() {
        return TestHub.in(folder).only("amazon");
    }

    private TestHub inside(int port) {
        return amazonsHub()
                .set("hub.simulator.port", port)
                .set("hub.simulator.amazon-orders", 100)
                .set("hub.simulator.amazon-changes-per-minute", 600);
    }

    private Map<String, JsonNode> truth() {
        Map<String, JsonNode> truth = new TreeMap<>();
        for (Map.Entry<String, TruthEntry> order :
                simulator.truth().latestVisible("ACME1").entrySet()) {
            truth.put(order.getKey(), order.getValue().document());
        }
        return truth;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long taken(Runnable action) {
        long from = System.nanoTime();
        action.run();
        return System.nanoTime() - from;
    }
}
