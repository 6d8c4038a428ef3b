/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.canary.Watch;
import io.postatus.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** A hub in this JVM that keeps its files in a test's folder. Everything else is as in application.properties. */
final class TestHub implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Reasons reasons = new Reasons();
    private final Main main;
    private CompletableFuture<Void> life;

    private TestHub(Path folder) {
        this.folder = folder;
        this.main = Hub.create(
                new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.systemUTC()), reasons);
        set("hub.state-file", folder.resolve("state.db"));
        set("hub.events-folder", folder);
        set("hub.simulator.world-file", folder.resolve("world"));
        Services.NAMES.forEach(service -> set(service + ".delay", "200ms"));
        set("partnercenter.open-order-interval", "200ms");
        set("partnercenter.customer-interval", "400ms");
    }

    static TestHub in(Path folder) {
        return new TestHub(folder);
    }

    /** Reads no service but this. */
    TestHub only(String service) {
        Services.NAMES.forEach(each -> set(each + ".enabled", each.equals(service)));
        return this;
    }

    /** Asks this simulator instead of the one inside. */
    TestHub against(Simulator simulator) {
        set("hub.simulator.enabled", false);
        set("amazon.base-url", simulator.amazon().baseUrl());
        set("amazon.token-url", simulator.amazon().tokenUrl());
        set("partnercenter.base-url", simulator.partnerCenter().baseUrl());
        set(
                "partnercenter.token-url",
                simulator.partnerCenter().tenant("contoso1").tokenUrl());
        return set("pos.base-url", simulator.pos().baseUrl());
    }

    TestHub set(String property, Object value) {
        main.addOverrideProperty(property, value.toString());
        return this;
    }

    /** Why it does not start, as its last line says it. */
    String refusal() {
        try {
            start();
        } catch (CompletionException e) {
            return reasons.of(e.getCause());
        }
        throw new AssertionError("it starts: " + printed());
    }

    /** Returns once it runs; throws what keeps it from running. */
    TestHub start() {
        life = CompletableFuture.runAsync(this::run);
        await().atMost(PATIENCE)
                .until(() -> life.isDone()
                        || camel() != null && !new Streams(camel()).all().isEmpty() && camel().isStarted());
        if (life.isCompletedExceptionally()) {
            life.join();
        }
        return this;
    }

    private void run() {
        try {
            main.run();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    List<String> printed() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<JsonNode> events() {
        return events(folder.resolve("events.jsonl"));
    }

    static List<JsonNode> events(Path file) {
        try {
            return !Files.exists(file)
                    ? List.of()
                    : Files.readAllLines(file).stream().map(TestHub::parsed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException torn) {
            return JSON.createObjectNode();
        }
    }

    /** The document of each order's last event. */
    Map<String, JsonNode> lastTold() {
        Map<String, JsonNode> last = new TreeMap<>();
        events().forEach(event -> last.put(event.path("purchaseOrderNumber").asText(), event.path("document")));
        return last;
    }

    @Override
    public void close() {
        main.completed();
        if (life != null && !life.isCompletedExceptionally()) {
            life.join();
        }
        Watch.look("The screen", printed.toString(StandardCharsets.UTF_8));
    }
}
