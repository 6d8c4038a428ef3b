/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.postatus.canary.Canary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Camel Main with this jar on its class path and nothing but properties: no route of ours is written in Java. */
class RouteTemplateTest {
    private Scene scene = new VendorScene();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private Predicate<String> refused = number -> false;
    private final Main main = new Main();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        main.stop();
        scene.close();
    }

    static Stream<Arguments> sources() {
        return Scene.all().stream()
                .flatMap(service -> Stream.of("purchase-order-status-source", "purchase-order-sweep-source")
                        .map(source -> Arguments.of(service, source)));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void changesReachTheTargetByPropertiesAlone(Supplier<Scene> service, String source) throws Exception {
        scene.close();
        scene = service.get();
        String id = scene.place();
        run(source, Map.of("target", "file:" + folder + "?fileName=${header.CamelPurchaseOrderId}.json"));

        Path file = folder.resolve(id + ".json");
        await().until(() -> Files.exists(file));
        assertThat(Files.readString(file)).contains("\"kind\":\"first-seen\"");
    }

    @Test
    void whatTheTargetRefusesIsSentAgainAndThenGoesToTheDeadLetterEndpoint() throws Exception {
        String poison = scene.place();
        refused = poison::equals;
        run(Map.of(
                "deadLetter",
                "file:" + folder + "?fileName=${header.CamelPurchaseOrderNumber}.json",
                "redeliveries",
                "2",
                "redeliveryDelay",
                "10"));

        await().until(() -> files().equals(List.of(poison + ".json")));
        assertThat(attempts).containsExactly(poison, poison, poison);
        String next = scene.place();
        await().until(() -> attempts.contains(next));
        assertThat(attempts).as("a dead letter is told").containsOnlyOnce(next).hasSize(4);
        assertThat(Files.readString(folder.resolve(poison + ".json"))).contains(poison);
    }

    @Test
    void whatTheDeadLetterEndpointRefusesAsWellIsToldAgain() throws Exception {
        String poison = scene.place();
        refused = poison::equals;
        run(Map.of("deadLetter", "bean:sink", "redeliveries", "0"));
        await().until(() -> attempts.size() >= 2);

        refused = number -> false;
        attempts.clear();
        await().until(() -> attempts.equals(List.of(poison)));
    }

    /** What Camel says at DEBUG is left out: its properties parser prints every value that it finds. */
    @Test
    void noLogLineHoldsASecret() throws Exception {
        try (LogLines log = LogLines.capturedFrom(Level.INFO)) {
            String poison = scene.place();
            refused = poison::equals;
            run(Map.of("deadLetter", "bean:sink", "redeliveries", "0"));
            await().until(() -> attempts.size() >= 2);
            scene.lockOut();
            await().until(() -> log.all().stream().anyMatch(line -> line.contains("the poll failed")));
            main.stop();

            assertThat(log.all()).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(Canary.in(line))
                    .isEmpty());
        }
    }

    private void run(Map<String, String> template) throws Exception {
        run("purchase-order-status-source", template);
    }

    private void run(String source, Map<String, String> template) throws Exception {
        String kamelet = scene.scheme() + "-" + source;
        main.bind("sink", (Processor) this::take);
        property("main.name", "by-properties");
        property("main.shutdown-timeout", "10");
        property("route-template[orders].template-id", "purchase-orders-to-endpoint");
        property("route-template[orders].source", kamelet + "?account=acme");
        property("route-template[orders].target", template.getOrDefault("target", "bean:sink"));
        property("route-template[orders].deadLetter", template.getOrDefault("deadLetter", "log:dead"));
        template.forEach((name, value) -> property("route-template[orders]." + name, value));
        if (source.contains("status")) {
            property("kamelet." + kamelet + ".delay", "200");
            property("kamelet." + kamelet + ".startFrom", "PT1H");
        } else {
            property("kamelet." + kamelet + ".requestsPerPeriod", "1000");
        }
        scene.connection().forEach((name, value) -> property("kamelet." + kamelet + "." + name, value));
        main.start();
        assertThat(main.getCamelContext().getRoute("orders")).isNotNull();
    }

    private void property(String name, String value) {
        main.addOverrideProperty("camel." + name, value);
    }

    private void take(Exchange exchange) {
        String number = exchange.getMessage().getHeader("CamelPurchaseOrderNumber", String.class);
        attempts.add(number);
        if (refused.test(number)) {
            throw new IllegalStateException("refused");
        }
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
