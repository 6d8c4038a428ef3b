/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.TruthEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The truth log says what each way of reading could see, and since when. */
class TruthTest extends PartnerFixture {
    @Test
    void whatIsServedIsTheLatestTruth() {
        String id = place();
        clock.advance(Duration.ofMinutes(1));
        fabrikam.uploadPurchaseOrder(id);

        assertThat(order(id).body())
                .isEqualTo(simulator.truth().latestVisible("contoso").get(id).document())
                .isEqualTo(fabrikam.document(id));
        assertThat(simulator.truth().versions("contoso", id))
                .extracting(TruthEntry::version, TruthEntry::status, TruthEntry::visibleAt, TruthEntry::listedAt)
                .containsExactly(
                        version(1, "pending_po_upload", "10:00:00", "10:15:00"),
                        version(2, "po_upload_complete", "10:01:00", "10:16:00"));
    }

    @Test
    void everyEventHasItsState() {
        String id = place();
        fabrikam.uploadPurchaseOrder(id);
        fabrikam.review(id, ReviewOutcome.RETURNED);
        fabrikam.uploadPurchaseOrder(id);
        fabrikam.review(id, ReviewOutcome.ACCEPTED);
        fabrikam.requestReview(id);
        fabrikam.requestPurchaseOrder(id);
        fabrikam.complete(id);
        fabrikam.suspend(id);
        fabrikam.reactivate(id);
        fabrikam.flipBack(id);
        fabrikam.become(id, "some_new_word");
        fabrikam.cancel(id);

        assertThat(words(id))
                .containsExactly(
                        "pending_po_upload",
                        "po_upload_complete",
                        "pending_po_upload",
                        "po_upload_complete",
                        "pending",
                        "pending_review",
                        "pending_po_upload",
                        "completed",
                        "suspended",
                        "completed",
                        "suspended",
                        "some_new_word",
                        "cancelled");
    }

    @Test
    void aLateVersionIsVisibleAfterItsDelayAndLaterVersionsDoNotOvertakeIt() {
        String id = place();
        simulator.faults().next(Fault.LATE_VISIBILITY).delay(Duration.ofHours(2));
        fabrikam.complete(id);
        fabrikam.suspend(id);
        assertThat(words(id)).containsExactly("pending_po_upload");

        clock.advance(Duration.ofHours(2));
        assertThat(words(id)).containsExactly("pending_po_upload", "completed", "suspended");
        assertThat(order(id).body().path("status").asText()).isEqualTo("suspended");
        clock.advance(Duration.ofMinutes(14));
        assertThat(fabrikam.listedDocument(id).path("status").asText()).isEqualTo("pending_po_upload");
        clock.advance(Duration.ofMinutes(1));
        assertThat(orders().items().get(0)).isEqualTo(fabrikam.listedDocument(id));
        assertThat(fabrikam.listedDocument(id).path("status").asText()).isEqualTo("suspended");
    }

    @Test
    void theFileTellsBothInstants() {
        String id = place();
        JsonNode json = simulator.truth().versions("contoso", id).get(0).toJson();

        assertThat(json.path("visibleAt").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(json.path("listedAt").asText()).isEqualTo("2026-03-02T10:15:00Z");
        assertThat(json.path("account").asText()).isEqualTo("contoso");
    }

    private List<String> words(String id) {
        return simulator.truth().versions("contoso", id).stream()
                .map(TruthEntry::status)
                .toList();
    }

    private static Tuple version(int version, String status, String visibleAt, String listedAt) {
        return tuple(
                version,
                status,
                Instant.parse("2026-03-02T" + visibleAt + "Z"),
                Instant.parse("2026-03-02T" + listedAt + "Z"));
    }
}
