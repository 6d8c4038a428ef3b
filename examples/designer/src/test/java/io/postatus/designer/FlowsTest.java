/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.designer.Webhook.Post;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.amazon.AmazonService;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.PartnerTenant;
import io.postatus.simulator.pos.PosSubscriber;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each flow does what it says, from the file that a user opens. */
class FlowsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final Simulator simulator = Simulator.builder()
            .partnerCenter(partner -> partner.listLag(Duration.ZERO).ratePerMinute(60_000))
            .build();
    private final Map<String, String> settings = new HashMap<>();
    private Main running;

    @BeforeEach
    void begin() {
        simulator.start();
        settings.put("data", data.toString());
        settings.put("camel.component.amazonvendor.base-url", amazon().baseUrl().toString());
        settings.put(
                "camel.component.amazonvendor.token-url", amazon().tokenUrl().toString());
        settings.put(
                "camel.component.partnercenter.base-url", tenant().baseUrl().toString());
        settings.put(
                "camel.component.partnercenter.token-url", tenant().tokenUrl().toString());
        settings.put("camel.component.pos.base-url", simulator.pos().baseUrl().toString());
        for (String service : List.of("amazonvendor", "partnercenter", "pos")) {
            settings.put("camel.kamelet." + service + "-purchase-order-status-source.delay", "200");
        }
        settings.put("camel.kamelet.partnercenter-purchase-order-status-source.openOrderInterval", "200ms");
        settings.put("webhook.retryAfterMillis", "10");
    }

    @AfterEach
    void end() {
        if (running != null) {
            running.stop();
        }
        simulator.close();
    }

    @Test
    void aChangeBecomesAMessageOnAQueue() throws Exception {
        AmazonAccount acme = amazon().account("ACME1");
        try (Broker broker = new Broker("vm://0")) {
            settings.put(
                    "camel.beans.broker",
                    "#class:org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory('vm://0')");
            run("status-to-jms");

            String number = acme.place(order -> order.line("B0EXAMPLE1", 100));
            assertMessage(broker.next("purchase-orders", PATIENCE), number, "open");
            acme.accept(number);
            assertMessage(broker.next("purchase-orders", PATIENCE), number, "acknowledged");
        }
    }

    private static void assertMessage(Message message, String number, String status) throws Exception {
        assertThat(message).as("a message came").isNotNull();
        assertThat(message.getStringProperty("purchaseOrderNumber")).isEqualTo(number);
        assertThat(message.getStringProperty("status")).isEqualTo(status);
        JsonNode change = JSON.readTree(message.getBody(String.class));
        assertThat(change.at("/current/purchaseOrderNumber").asText()).isEqualTo(number);
        assertThat(change.at("/current/status").asText()).isEqualTo(status);
    }

    @Test
    void whatTheWebhookRefusesIsPostedAgainAndThenKeptInAFolder() throws Exception {
        PosSubscriber tickets = simulator.pos().subscriber("tickets-1");
        try (Webhook webhook = new Webhook(0, post -> {})) {
            settings.put("webhook.address", webhook.address());
            webhook.refuse(post -> webhook.tries().size() < 3);
            run("status-to-webhook");

            String first = tickets.place(order -> order.line("Northside v Southside", 2, "125.00"));
            await().atMost(PATIENCE).until(() -> webhook.tries().size() == 3);
            assertThat(webhook.tries()).allSatisfy(post -> assertPost(post, first));
            assertThat(webhook.tries())
                    .extracting(Post::key)
                    .containsOnly(eventId(webhook.tries().get(0)));

            webhook.tries().clear();
            webhook.refuse(post -> true);
            String second = tickets.place(order -> order.line("Hawks v Bears", 4, "80.00"));
            Path refused = data.resolve("refused");
            await().atMost(PATIENCE).until(() -> files(refused).size() == 1);
            assertThat(webhook.tries()).hasSize(4).allSatisfy(post -> assertPost(post, second));
            assertThat(files(refused).get(0))
                    .hasFileName(eventId(webhook.tries().get(0)) + ".json");

            webhook.tries().clear();
            webhook.refuse(post -> false);
            String third = tickets.place(order -> order.line("Final", 1, "300.00"));
            await().atMost(PATIENCE).until(() -> !webhook.tries().isEmpty());
            assertThat(webhook.tries())
                    .as("what was kept counts as told")
                    .singleElement()
                    .satisfies(post -> assertPost(post, third));
        }
    }

    private static void assertPost(Post post, String id) throws IOException {
        assertThat(post.contentType()).isEqualTo("application/json");
        assertThat(JSON.readTree(post.body()).at("/current/id").asText()).isEqualTo(id);
    }

    private static String eventId(Post post) throws IOException {
        return JSON.readTree(post.body()).path("eventId").asText();
    }

    @Test
    void aTableHoldsWhereEveryOrderStands() throws Exception {
        AmazonAccount acme = amazon().account("ACME1");
        OrdersTable table = OrdersTable.in(data, Flow.FOLDER);
        run("status-to-table");

        String number = acme.place(order -> order.line("B0EXAMPLE1", 100));
        await().atMost(PATIENCE).until(() -> table.statusOf(number).equals(Optional.of("open")));
        acme.accept(number);
        await().atMost(PATIENCE).until(() -> table.statusOf(number).equals(Optional.of("acknowledged")));

        table.execute("update purchase_orders set status = 'written by a later node', epoch = 1000000");
        String another = acme.place(order -> order.line("B0EXAMPLE2", 7));
        acme.reject(number);
        await().atMost(PATIENCE).until(() -> table.statusOf(another).isPresent());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        running.getCamelContext().getInflightRepository().size())
                .isZero());
        assertThat(table.statusOf(number)).hasValue("written by a later node");
    }

    @Test
    void aFolderForEachCustomerHoldsAFileForEachOrder() throws Exception {
        PartnerCustomer fabrikam = tenant().customer("Fabrikam");
        PartnerCustomer tailspin = tenant().customer("Tailspin");
        String first = fabrikam.place(order -> order.line("Access LTSC 2021", 3));
        String second = tailspin.place(order -> order.line("Access LTSC 2021", 5));
        run("status-to-files");

        Path customers = data.resolve("customers");
        Path file = customers.resolve(fabrikam.id()).resolve(first + ".json");
        await().atMost(PATIENCE).until(() -> Files.exists(file));
        await().atMost(PATIENCE)
                .until(() -> Files.exists(customers.resolve(tailspin.id()).resolve(second + ".json")));
        assertThat(status(file)).isEqualTo("open");
        fabrikam.complete(first);
        await().atMost(PATIENCE).until(() -> status(file).equals("completed"));
        assertThat(files(customers)).hasSize(2);
    }

    /** A receipt that moves no date is what the live flow cannot see. */
    @Test
    void theSweepFindsWhatTheLiveFlowMissed() throws Exception {
        AmazonAccount acme = amazon().account("ACME1");
        String number = acme.place(
                order -> order.line("B0EXAMPLE1", 100).createdAt(Instant.now().minus(Duration.ofDays(10))));
        settings.put("sweep.cron", "* * * * * ?");
        settings.put("camel.kamelet.amazonvendor-purchase-order-sweep-source.requestsPerPeriod", "100");
        run("nightly-sweep");

        Path changes = data.resolve("changes");
        await().atMost(PATIENCE).until(() -> files(changes).size() == 1);
        acme.receive(number, 1, 1);
        await().atMost(PATIENCE).until(() -> files(changes).size() == 2);
        assertThat(files(changes))
                .extracting(FlowsTest::status)
                .containsExactlyInAnyOrder("open", "partially-received");
    }

    private void run(String flow) throws Exception {
        running = Flow.named(flow).with(settings);
        running.start();
    }

    private static String status(Path file) {
        try {
            return JSON.readTree(file.toFile()).at("/current/status").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private AmazonService amazon() {
        return simulator.amazon();
    }

    /** As application.properties has it. */
    private PartnerTenant tenant() {
        return simulator.partnerCenter().tenant("contoso1");
    }
}
