/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.TruthEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A world that lives by itself. */
class PopulationTest {
    private static final String NOW = "2026-03-02T10:00:00Z";

    @ParameterizedTest
    @ValueSource(strings = {"created", "updated"})
    void twentyThousandOrdersAreServedByWindowsOfSevenDaysNoneMissingNoneTwice(String axis) {
        try (Simulator simulator = builder()
                .population(20_000, 90)
                .amazon(amazon -> amazon.rate(100_000).burst(100_000))
                .build()
                .start()) {
            VendorClient client = new VendorClient(simulator, simulator.amazon().account("ACME1"));
            List<JsonNode> rows = new ArrayList<>();
            // One millisecond of overlap: with exclusive bounds an order on the seam would be in neither window.
            for (Instant from = Instant.parse(NOW).minus(Duration.ofDays(91));
                    from.isBefore(Instant.parse(NOW));
                    from = from.plus(Duration.ofDays(7)).minusMillis(1)) {
                rows.addAll(client.all(
                        VendorClient.STATUS,
                        axis + "After",
                        from.toString(),
                        axis + "Before",
                        from.plus(Duration.ofDays(7)).toString()));
            }

            assertThat(rows).hasSize(20_000);
            Map<String, JsonNode> served = rows.stream()
                    .collect(Collectors.toMap(
                            row -> row.path("purchaseOrderNumber").asText(), row -> row, (a, b) -> a, TreeMap::new));
            Map<String, JsonNode> truth = new TreeMap<>();
            simulator.truth().latestVisible("ACME1").forEach((number, entry) -> truth.put(number, entry.document()));
            assertThat(served.equals(truth)).isTrue();
        }
    }

    @Test
    void theSameSeedGivesTheSameWorldAndTheSameFuture() {
        assertThat(story(7)).isEqualTo(story(7)).isNotEqualTo(story(8));
    }

    @Test
    void aLaterSimulatorGoesOnWithTheWorldOfAnEarlierOne() {
        Instant beginning = Instant.parse(NOW);
        SettableClock clock = new SettableClock(beginning);
        try (Simulator earlier = alive(clock).build()) {
            clock.advance(Duration.ofHours(3));
            List<String> lived = stories(earlier);

            try (Simulator later = alive(clock).since(beginning).build()) {
                assertThat(stories(later)).isEqualTo(lived);
                clock.advance(Duration.ofHours(1));
                assertThat(stories(later)).hasSizeGreaterThan(lived.size()).isEqualTo(stories(earlier));
            }
        }
        assertThatThrownBy(
                        () -> alive(clock).since(clock.instant().plusMillis(1)).build())
                .hasMessageContaining("lies ahead");
    }

    @Test
    void lifeGoesOnAtTheGivenRate() {
        SettableClock clock = SettableClock.at(NOW);
        try (Simulator simulator = Simulator.builder()
                .clock(clock)
                .population(100, 30)
                .changesPerMinute(6)
                .build()) {
            int before = simulator.truth().entries().size();
            clock.advance(Duration.ofHours(10));
            List<TruthEntry> entries = simulator.truth().entries();

            assertThat(entries.size() - before).isBetween(3_200, 4_000);
            assertThat(entries).extracting(TruthEntry::visibleAt).isSorted();
            assertThat(simulator.truth().latestVisible("ACME1").size()).isGreaterThan(500);
        }
    }

    @Test
    void everyStateOccurs() {
        try (Simulator simulator = builder().population(2_000, 60).build()) {
            String all = simulator.truth().latestVisible("ACME1").values().stream()
                    .map(entry -> entry.document().toString())
                    .collect(Collectors.joining());

            assertThat(all)
                    .contains("\"OPEN\"", "\"CLOSED\"", "\"UNCONFIRMED\"", "\"ACCEPTED\"", "\"PARTIALLY_ACCEPTED\"")
                    .contains("\"REJECTED\"", "\"NOT_RECEIVED\"", "\"PARTIALLY_RECEIVED\"", "\"RECEIVED\"")
                    .contains("cancelledQuantity", "\"Cases\"", "\"ACME1B\"");
        }
    }

    @Test
    void someClosedOrdersOpenAgain() {
        try (Simulator simulator = builder().population(2_000, 60).build()) {
            assertThat(simulator.truth().latestVisible("ACME1").keySet())
                    .anyMatch(number -> simulator.truth().versions("ACME1", number).stream()
                            .map(TruthEntry::status)
                            .collect(Collectors.joining(" "))
                            .contains("CLOSED OPEN"));
        }
    }

    private static List<String> story(long seed) {
        SettableClock clock = SettableClock.at(NOW);
        try (Simulator simulator = alive(clock).seed(seed).build()) {
            clock.advance(Duration.ofHours(3));
            return stories(simulator);
        }
    }

    private static SimulatorBuilder alive(SettableClock clock) {
        return Simulator.builder().clock(clock).accounts(2).population(50, 30).changesPerMinute(10);
    }

    private static List<String> stories(Simulator simulator) {
        return simulator.truth().entries().stream()
                .map(entry -> entry.toJson().toString())
                .toList();
    }

    private static SimulatorBuilder builder() {
        return Simulator.builder().clock(SettableClock.at(NOW));
    }
}
