/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.TruthEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A world of orders that live by themselves. */
class PopulationTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void fiveThousandOrdersAreFoundByDayAndEachIsTheTruth() {
        try (Simulator simulator = builder(5_000).build().start()) {
            PosSubscriber tickets = simulator.pos().subscriber("tickets-1");
            PosClient client = new PosClient(simulator.pos().baseUrl(), tickets.token(), tickets.secret());
            Set<String> found = new HashSet<>();
            for (int day = 0; day <= 90; day++) {
                found.addAll(day(
                        client,
                        NOW.atZone(ZoneOffset.UTC).toLocalDate().minusDays(day).toString()));
            }

            var truth = simulator.truth().latestVisible("tickets-1");
            assertThat(found).hasSize(5_000).isEqualTo(truth.keySet());
            found.stream().limit(500).forEach(id -> assertThat(client.one(id).body())
                    .isEqualTo(truth.get(id).document()));
        }
    }

    @Test
    void theSameSeedGivesTheSameWorldAndTheSameFuture() {
        assertThat(story(7)).isEqualTo(story(7)).isNotEqualTo(story(8));
    }

    @Test
    void aLaterSimulatorGoesOnWithTheWorldOfAnEarlierOne() {
        SettableClock clock = new SettableClock(NOW);
        try (Simulator earlier = alive(clock).build()) {
            clock.advance(Duration.ofHours(3));
            try (Simulator later = alive(clock).since(NOW).build()) {
                clock.advance(Duration.ofHours(1));
                assertThat(stories(later)).hasSizeGreaterThan(300).isEqualTo(stories(earlier));
            }
        }
    }

    @Test
    void aLivelyWorldHasEveryKindOfOrder() {
        try (Simulator simulator = builder(500).build()) {
            String all = stories(simulator).toString();
            assertThat(all)
                    .contains("\"POStatus\":\"Pending\"", "\"POStatus\":\"Active\"", "\"POStatus\":\"Received\"")
                    .contains("\"POStatus\":\"Void\"", "\"POType\":\"Consignment\"", "ContraEntryId\":\"")
                    .contains("\"PaymentStatus\":\"PartiallyPaid\"", "\"PaymentStatus\":\"Paid\"")
                    .contains("\"ShippingStatus\":\"Shipped\"", "\"ShippingStatus\":\"Received\"");
        }
    }

    @Test
    void someVoidOrdersAreTakenUpAgainAndTheThreeStatusesMoveApart() {
        try (Simulator simulator = builder(2_000).build()) {
            Set<String> triples = simulator.truth().entries().stream()
                    .map(TruthEntry::document)
                    .map(PopulationTest::triple)
                    .collect(Collectors.toSet());
            assertThat(triples).hasSizeGreaterThan(12);
            assertThat(simulator.truth().latestVisible("tickets-1").keySet())
                    .anyMatch(id -> simulator.truth().versions("tickets-1", id).stream()
                            .map(TruthEntry::status)
                            .collect(Collectors.joining(" "))
                            .contains("Void Active"));
        }
    }

    private static Set<String> day(PosClient client, String day) {
        Set<String> ids = new HashSet<>();
        JsonNode body;
        int page = 0;
        do {
            body = client.search(
                            """
                            {"UpdatedSince": {"FromDate": "%sT00:00", "ToDate": "%sT23:59", "FilterByTime": true},
                             "ItemsPerPage": 200, "Page": %d}"""
                                    .formatted(day, day, ++page))
                    .body();
            body.path("Items")
                    .forEach(row -> ids.add(row.path("PurchaseOrderId").asText()));
        } while (page < body.path("TotalPages").asInt());
        return ids;
    }

    private static String triple(JsonNode order) {
        return List.of("POStatus", "PaymentStatus", "ShippingStatus").stream()
                .map(name -> order.path(name).asText())
                .collect(Collectors.joining("/"));
    }

    private static List<String> story(long seed) {
        SettableClock clock = new SettableClock(NOW);
        try (Simulator simulator = alive(clock).seed(seed).build()) {
            clock.advance(Duration.ofHours(3));
            return stories(simulator);
        }
    }

    private static List<String> stories(Simulator simulator) {
        return simulator.truth().entries().stream()
                .map(entry -> entry.toJson().toString())
                .toList();
    }

    private static SimulatorBuilder alive(SettableClock clock) {
        return Simulator.builder()
                .clock(clock)
                .pos(pos -> pos.subscribers(2).population(50, 30).changesPerMinute(10));
    }

    private static SimulatorBuilder builder(int orders) {
        return Simulator.builder().clock(new SettableClock(NOW)).pos(pos -> pos.population(orders, 90));
    }
}
