/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.TruthEntry;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The truth log says what readers could see, and since when. */
class TruthTest extends PosFixture {
    @Test
    void whatIsServedIsTheLatestTruth() {
        String id = place();
        clock.advance(Duration.ofMinutes(1));
        tickets.status(id, "Active");
        clock.advance(Duration.ofMinutes(1));
        tickets.pay(id);

        assertThat(client.one(id).body())
                .isEqualTo(simulator.truth().latestVisible("tickets-1").get(id).document());
        assertThat(simulator.truth().versions("tickets-1", id))
                .extracting(TruthEntry::version, TruthEntry::visibleAt, TruthEntry::lastUpdated, TruthEntry::status)
                .containsExactly(
                        version(1, "10:00:00", "10:00:00", "Pending"),
                        version(2, "10:01:00", "10:01:00", "Active"),
                        version(3, "10:02:00", "10:02:00", "Active"));
    }

    @Test
    void aLateVersionIsVisibleAfterItsDelayWithItsOldDateOfUpdate() {
        String id = place();
        simulator.faults().next(Fault.LATE_VISIBILITY).delay(Duration.ofHours(2));
        clock.advance(Duration.ofMinutes(1));
        tickets.pay(id);
        tickets.ship(id, "770");
        clock.advance(Duration.ofMinutes(119));
        assertThat(client.one(id).body().path("PaymentStatus").asText()).isEqualTo("Pending");
        assertThat(history(id)).hasSize(1);
        assertThat(simulator.truth().versions("tickets-1", id)).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(client.search(window("2026-03-02T10:01", "2026-03-02T10:01")).ids())
                .containsExactly(id);
        assertThat(history(id)).hasSize(3);
        assertThat(simulator.truth().versions("tickets-1", id))
                .extracting(TruthEntry::version)
                .containsExactly(1, 2, 3);
        assertThat(simulator.truth().versions("tickets-1", id).get(1).visibleAt())
                .isEqualTo(Instant.parse("2026-03-02T12:01:00Z"));
    }

    @Test
    void flippingBackIsATruthOfItsOwn() {
        String id = place();
        JsonNode before = tickets.document(id);
        clock.advance(Duration.ofMinutes(1));
        tickets.cancel(id, "Twice");
        clock.advance(Duration.ofMinutes(1));
        tickets.flipBackSilently(id);
        assertThat(client.one(id).body()).isEqualTo(before);
        assertThat(today().rows().get(0).path("DateUpdated").asText()).isEqualTo("2026-03-02T10:00");

        tickets.flipBack(id);
        assertThat(tickets.document(id).path("VoidReason").asText()).isEqualTo("Twice");
        assertThat(today().rows().get(0).path("DateUpdated").asText()).isEqualTo("2026-03-02T10:02");
        assertThat(simulator.truth().versions("tickets-1", id)).hasSize(4);
    }

    @Test
    void aDeletedOrderIsGoneAlsoWhatWasStillToBeSeenOfIt() {
        String id = place();
        simulator.faults().next(Fault.LATE_VISIBILITY);
        tickets.pay(id);
        tickets.delete(id);
        clock.advance(Duration.ofHours(1));

        assertThat(client.one(id).status()).isEqualTo(404);
        assertThat(client.search("{}").rows()).isEmpty();
        assertThat(simulator.truth().versions("tickets-1", id)).hasSize(1);
    }

    private JsonNode history(String id) {
        return client.get(PosClient.ORDERS + "/" + id + "/Revisions").body().path("POHistory");
    }

    private static Tuple version(int version, String visibleAt, String lastUpdated, String status) {
        return tuple(
                version,
                Instant.parse("2026-03-02T" + visibleAt + "Z"),
                Instant.parse("2026-03-02T" + lastUpdated + "Z"),
                status);
    }
}
