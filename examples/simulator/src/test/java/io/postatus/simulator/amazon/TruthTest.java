/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.Fault;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.TruthEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth log says what readers could see, and since when. */
class TruthTest extends AmazonFixture {
    @TempDir
    Path folder;

    @Test
    void whatIsServedIsTheLatestTruth() {
        String number = place();
        clock.advance(Duration.ofMinutes(1));
        acme.acknowledge(number, 1, 80, 20);
        clock.advance(Duration.ofMinutes(1));
        acme.receive(number, 1, 30);

        JsonNode served = today().rows().get(0);
        assertThat(served)
                .isEqualTo(simulator.truth().latestVisible("ACME1").get(number).document());
        assertThat(simulator.truth().versions("ACME1", number))
                .extracting(TruthEntry::version, TruthEntry::visibleAt, TruthEntry::lastUpdated)
                .containsExactly(
                        version(1, "10:00:00", "10:00:00"),
                        version(2, "10:01:00", "10:01:00"),
                        version(3, "10:02:00", "10:01:00"));
    }

    @Test
    void aLateVersionIsVisibleAfterItsDelayWithItsOldTimestamps() {
        String number = place();
        simulator.faults().next(Fault.LATE_VISIBILITY).delay(Duration.ofHours(2));
        clock.advance(Duration.ofMinutes(1));
        acme.accept(number);
        clock.advance(Duration.ofMinutes(119));
        assertThat(today().rows().get(0).path("lastUpdatedDate").asText()).isEqualTo("2026-03-02T10:00:00.000Z");
        assertThat(simulator.truth().versions("ACME1", number)).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(today().rows().get(0).path("lastUpdatedDate").asText()).isEqualTo("2026-03-02T10:01:00.000Z");
        assertThat(simulator.truth().versions("ACME1", number).get(1).visibleAt())
                .isEqualTo(Instant.parse("2026-03-02T12:01:00Z"));
    }

    @Test
    void aLaterVersionDoesNotOvertakeALateOne() {
        String number = place();
        simulator.faults().next(Fault.LATE_VISIBILITY).delay(Duration.ofHours(2));
        acme.accept(number);
        acme.receive(number, 1, 30);
        assertThat(simulator.truth().versions("ACME1", number)).hasSize(1);

        clock.advance(Duration.ofHours(3));
        assertThat(simulator.truth().versions("ACME1", number))
                .extracting(TruthEntry::version)
                .containsExactly(1, 2, 3);
    }

    @Test
    void flippingBackIsATruthOfItsOwn() {
        String number = place();
        JsonNode before = acme.document(number);
        clock.advance(Duration.ofMinutes(1));
        acme.accept(number);
        clock.advance(Duration.ofMinutes(1));
        acme.flipBackSilently(number);
        assertThat(acme.document(number)).isEqualTo(before);

        acme.flipBack(number);
        assertThat(acme.document(number).path("lastUpdatedDate").asText()).isEqualTo("2026-03-02T10:02:00.000Z");
        assertThat(acme.document(number)
                        .at("/itemStatus/0/acknowledgementStatus/confirmationStatus")
                        .asText())
                .isEqualTo("ACCEPTED");
        assertThat(simulator.truth().versions("ACME1", number)).hasSize(4);
    }

    @Test
    void theFileHoldsWhatTheLogHolds() throws IOException {
        Path file = folder.resolve("truth.jsonl");
        try (Simulator writing = Simulator.builder()
                .clock(SettableClock.at("2026-03-02T10:00:00Z"))
                .population(20, 30)
                .truth(file)
                .build()) {
            List<String> lines = Files.readAllLines(file);
            List<TruthEntry> entries = writing.truth().entries();

            assertThat(lines).hasSameSizeAs(entries).hasSizeGreaterThan(20);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(new ObjectMapper().readTree(lines.get(i)))
                        .isEqualTo(new ObjectMapper()
                                .readTree(entries.get(i).toJson().toString()));
            }
        }
    }

    private static Tuple version(int version, String visibleAt, String lastUpdated) {
        return tuple(
                version,
                Instant.parse("2026-03-02T" + visibleAt + "Z"),
                Instant.parse("2026-03-02T" + lastUpdated + "Z"));
    }
}
