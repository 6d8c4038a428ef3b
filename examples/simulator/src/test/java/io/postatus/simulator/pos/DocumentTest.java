/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order and a row look like, in each notation (reference, sections 3, 5 and 7). */
class DocumentTest extends PosFixture {
    private static final String SAMPLE = "data/pos/purchase-order.json";

    @Test
    void aServedOrderHasEveryFieldOfThePublishedSampleAndNoOther() throws IOException {
        JsonNode sample = new ObjectMapper().readTree(sample().toFile());
        String id = tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00")
                .custom("Parking pass", "0")
                .tag("season-2026"));
        tickets.pay(id);
        tickets.receive(id);
        tickets.cancel(id, "Twice");

        JsonNode served = client.one(id).body();
        assertThat(shape("", served)).isEqualTo(shape("", sample));
    }

    @Test
    void anOrderShowsItsStatusesAmountsAndDates() {
        String id = tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00")
                .externalNumber("TM-77-10931")
                .shippingCost("15.00")
                .custom("Parking pass", "2.50"));
        tickets.pay(id, "100.00");
        tickets.ship(id, "7700123");

        JsonNode order = client.one(id).body();
        assertThat(order.path("PONumber").asLong()).isEqualTo(10_001);
        assertThat(order.path("POStatus").asText()).isEqualTo("Pending");
        assertThat(order.path("PaymentStatus").asText()).isEqualTo("PartiallyPaid");
        assertThat(order.path("ShippingStatus").asText()).isEqualTo("Shipped");
        assertThat(order.path("ShippingTrackingNumber").asText()).isEqualTo("7700123");
        assertThat(order.path("GrandTotal").toString()).isEqualTo("{\"Currency\":\"USD\",\"Amount\":517.5}");
        assertThat(order.at("/Items/0/Total/Amount").asDouble()).isEqualTo(500.0);
        assertThat(order.at("/Payments/0/Amount/Amount").asDouble()).isEqualTo(100.0);
        assertThat(order.path("DateRaised").asText()).isEqualTo("2026-03-02T10:00");
        assertThat(order.has("DateVoided")).isTrue();
        assertThat(order.path("DateVoided").isNull()).isTrue();
        assertThat(order.has("DateUpdated")).isFalse();
    }

    @Test
    void theThreeStatusesMoveApart() {
        String id = place();
        tickets.status(id, "Active");
        tickets.shippingStatus(id, "Received");
        tickets.paymentStatus(id, "PartiallyPaid");
        JsonNode order = client.one(id).body();

        assertThat(order.path("POStatus").asText()).isEqualTo("Active");
        assertThat(order.path("ShippingStatus").asText()).isEqualTo("Received");
        assertThat(order.path("PaymentStatus").asText()).isEqualTo("PartiallyPaid");
        assertThat(order.path("DateReceived").isNull()).isTrue();
    }

    @Test
    void aScenarioMayUseWordsAndNumbersThatNoListHas() {
        String id = place();
        tickets.status(id, "Disputed");
        tickets.paymentStatus(id, "17");

        assertThat(client.one(id).body().path("POStatus").asText()).isEqualTo("Disputed");
        assertThat(client.one(id).body().path("PaymentStatus").isInt()).isTrue();
        assertThat(row(client).path("PaymentStatus").asInt()).isEqualTo(17);
        assertThat(row(client).path("POStatus").isInt()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NUMBERS_IN_ROWS, '\"Pending\"', 1", "NAMES, '\"Pending\"', '\"Pending\"'", "NUMBERS, 1, 1"})
    void enumerationsAreWordsOrNumbers(EnumForm form, String inOrder, String inRow) {
        with(pos -> pos.enums(form), here -> {
            JsonNode row = row(here);
            assertThat(row.path("POStatus").toString()).isEqualTo(inRow);
            JsonNode order = here.one(row.path("PurchaseOrderId").asText()).body();
            assertThat(order.path("POStatus").toString()).isEqualTo(inOrder);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTES, 2026-03-02T05:00",
        "SECONDS, 2026-03-02T05:00:00",
        "MILLIS, 2026-03-02T05:00:00.000",
        "OFFSET, 2026-03-02T05:00:00-05:00",
    })
    void datesAreThoseOfTheChosenZone(DateForm form, String raised) {
        with(pos -> pos.zone(ZoneId.of("America/New_York")).dates(form), here -> {
            JsonNode order =
                    here.one(row(here).path("PurchaseOrderId").asText()).body();
            assertThat(order.path("DateRaised").asText()).isEqualTo(raised);
            assertThat(order.at("/Items/0/EventDate").asText()).isEqualTo("2026-09-12T19:10");
        });
    }

    @ParameterizedTest
    @CsvSource({"NULL, null", "ABSENT, ''", "FIRST_OF_ALL, '\"0001-01-01T00:00\"'"})
    void aDateThatIsNotSetHasThreeShapes(UnsetDate shape, String voided) {
        with(pos -> pos.unsetDates(shape), here -> {
            JsonNode order =
                    here.one(row(here).path("PurchaseOrderId").asText()).body();
            assertThat(order.path("DateVoided").toString()).isEqualTo(voided);
        });
    }

    @Test
    void rowsMayHaveOnlyWhatWasSeenAndNoEnvelope() {
        with(pos -> pos.rowHints(false).envelope(false), here -> {
            JsonNode rows = here.search("{}").body();
            assertThat(rows.isArray()).isTrue();
            assertThat(rows.get(0).fieldNames())
                    .toIterable()
                    .containsExactly(
                            "PurchaseOrderId",
                            "PONumber",
                            "PurchaseOrderDate",
                            "Company",
                            "CustomerId",
                            "PaymentStatus",
                            "GrandTotal");
        });
    }

    private void with(Consumer<PosOptions> options, Consumer<PosClient> test) {
        SimulatorBuilder builder = Simulator.builder().clock(clock).pos(options);
        try (Simulator other = builder.build().start()) {
            PosSubscriber subscriber = other.pos().subscriber("tickets-1");
            subscriber.place(order -> order.line("Hawks vs. Bears", 4, "125.00"));
            test.accept(new PosClient(other.pos().baseUrl(), subscriber.token(), subscriber.secret()));
        }
    }

    private static JsonNode row(PosClient client) {
        return client.search("{}").rows().get(0);
    }

    /** Every path with its type; of an array the first element. */
    private static Set<String> shape(String path, JsonNode node) {
        Set<String> shape = new TreeSet<>();
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> shape.addAll(shape(path + "/" + field.getKey(), field.getValue())));
        } else if (node.isArray()) {
            assertThat(node).as(path).isNotEmpty();
            shape.addAll(shape(path + "[]", node.get(0)));
        } else {
            // An order has nothing for ContraEntryId unless a payment was reversed.
            shape.add(path + (node.isNull() ? " STRING" : " " + node.getNodeType()));
        }
        return shape;
    }

    private static Path sample() {
        Path here = Path.of("").toAbsolutePath();
        Optional<Path> found = Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(SAMPLE))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("skipped: no shared/" + SAMPLE + " beside the repository");
        }
        assumeThat(found).isPresent();
        return found.orElseThrow();
    }
}
