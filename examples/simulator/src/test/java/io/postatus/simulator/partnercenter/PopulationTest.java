/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.TruthEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A world that lives by itself. */
class PopulationTest {
    private static final String NOW = "2026-03-02T10:00:00Z";

    @Test
    void aSweepOfAllCustomersFindsFiveThousandOrdersAsTheTruthListsThem() {
        try (Simulator simulator = Simulator.builder()
                .clock(SettableClock.at(NOW))
                .partnerCenter(options -> options.population(200, 25).ratePerMinute(100_000))
                .build()
                .start()) {
            PartnerTenant tenant = simulator.partnerCenter().tenant("contoso1");
            PartnerClient client = new PartnerClient(simulator, tenant, false);
            Map<String, JsonNode> served = new TreeMap<>();
            for (JsonNode customer : client.all("/customers?size=50")) {
                String path = "/customers/" + customer.path("id").asText() + "/orders?include_system_purchases=true";
                client.get(path)
                        .items()
                        .forEach(order -> served.put(order.path("id").asText(), order));
            }

            assertThat(simulator.truth().latestVisible("contoso1")).hasSize(5_000);
            assertThat(served.equals(listed(simulator, Instant.parse(NOW)))).isTrue();
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
            clock.advance(Duration.ofHours(30));
            try (Simulator later = alive(clock).since(beginning).build()) {
                assertThat(stories(later)).isEqualTo(stories(earlier));
                clock.advance(Duration.ofHours(10));
                assertThat(stories(later)).isEqualTo(stories(earlier));
            }
        }
    }

    @Test
    void lifeGoesOnAtTheGivenRateAndNewCustomersCome() {
        SettableClock clock = SettableClock.at(NOW);
        try (Simulator simulator = Simulator.builder()
                .clock(clock)
                .partnerCenter(options -> options.population(10, 10).changesPerHour(60))
                .build()) {
            int before = simulator.truth().entries().size();
            clock.advance(Duration.ofHours(50));
            List<TruthEntry> entries = simulator.truth().entries();

            assertThat(entries.size() - before).isBetween(2_700, 3_300);
            assertThat(entries).extracting(TruthEntry::visibleAt).isSorted();
            assertThat(simulator.partnerCenter().tenant("contoso1").customers()).hasSizeGreaterThan(12);
        }
    }

    @Test
    void everyDocumentedStateOccursAndDoneOrdersAreSuspendedOrCancelledLater() {
        try (Simulator simulator = Simulator.builder()
                .clock(SettableClock.at(NOW))
                .partnerCenter(options -> options.population(40, 50))
                .build()) {
            Map<String, String> lives = simulator.truth().entries().stream()
                    .collect(Collectors.groupingBy(
                            TruthEntry::purchaseOrderNumber,
                            Collectors.mapping(TruthEntry::status, Collectors.joining(" "))));
            Set<String> words =
                    simulator.truth().entries().stream().map(TruthEntry::status).collect(Collectors.toSet());

            assertThat(words)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(OrderStatus.values())
                            .map(OrderStatus::word)
                            .toList());
            assertThat(lives.values())
                    .anyMatch(life -> life.contains("completed suspended"))
                    .anyMatch(life -> life.contains("completed cancelled"))
                    .anyMatch(life -> life.contains("pending_po_upload po_upload_complete"))
                    .anyMatch(life -> life.contains("po_upload_complete pending_po_upload"));
        }
    }

    /** The newest version of each order that lists show by then. */
    private static Map<String, JsonNode> listed(Simulator simulator, Instant now) {
        Map<String, JsonNode> listed = new TreeMap<>();
        simulator.truth().entries().stream()
                .filter(entry -> !entry.listedAt().isAfter(now))
                .forEach(entry -> listed.put(entry.purchaseOrderNumber(), entry.document()));
        return listed;
    }

    private static List<String> story(long seed) {
        SettableClock clock = SettableClock.at(NOW);
        try (Simulator simulator = alive(clock).seed(seed).build()) {
            clock.advance(Duration.ofHours(30));
            return stories(simulator);
        }
    }

    private static SimulatorBuilder alive(SettableClock clock) {
        return Simulator.builder()
                .clock(clock)
                .partnerCenter(options -> options.tenants(2).population(5, 10).changesPerHour(20));
    }

    private static List<String> stories(Simulator simulator) {
        return simulator.truth().entries().stream()
                .map(entry -> entry.toJson().toString())
                .toList();
    }
}
