/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stock ObjectMapper, without a module, writes and reads what routes receive: {@code marshal: json} just works. */
class JsonRoundTripTest {
    private static final ObjectMapper STOCK = new ObjectMapper();
    private static final Instant CREATED = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant UPDATED = Instant.parse("2026-03-02T10:00:00.123456700Z");

    private static PurchaseOrderLine line() {
        return new PurchaseOrderLine(
                "1",
                "SKU-1",
                new TreeMap<>(Map.of("receive", "NONE")),
                "EA",
                new BigDecimal("10.5"),
                BigDecimal.ONE,
                new BigDecimal("9"),
                BigDecimal.ZERO,
                new BigDecimal("3"));
    }

    private static PurchaseOrderStatus status(String document) {
        return new PurchaseOrderStatus(
                "amazonvendor",
                "acme",
                "PO-1",
                "PO-1",
                CREATED,
                Status.PARTIALLY_RECEIVED,
                "OPEN",
                new TreeMap<>(Map.of("confirmation", "CONFIRMED")),
                UPDATED,
                List.of(line()),
                document);
    }

    private static PurchaseOrderChange change() {
        PurchaseOrderStatus current = status("{\"purchaseOrderNumber\":\"PO-1\",\"total\":1.50,\"odd\":null}");
        return new PurchaseOrderChange(
                "0123456789abcdef",
                ChangeKind.CHANGED,
                null,
                "amazonvendor/acme/default",
                7,
                3,
                UPDATED,
                current.summary().with(Status.ACKNOWLEDGED),
                current,
                List.of(new FieldChange("status", "acknowledged", "partially-received")));
    }

    @Test
    void everyFieldOfAChangeSurvives() throws JsonProcessingException {
        String json = STOCK.writeValueAsString(change());
        PurchaseOrderChange read = STOCK.readValue(json, PurchaseOrderChange.class);
        assertThat(STOCK.readTree(STOCK.writeValueAsString(read))).isEqualTo(STOCK.readTree(json));
        assertThat(read.previous()).isEqualTo(change().previous());
        assertThat(read.current().summary()).isEqualTo(change().current().summary());
        assertThat(read.changes()).isEqualTo(change().changes());
        assertThat(read.observedAt()).isEqualTo(UPDATED);
        assertThat(read.current().created()).isEqualTo(CREATED);
    }

    @Test
    void wordsInstantsAndDocumentAreWrittenAsPeopleExpect() throws JsonProcessingException {
        JsonNode json = STOCK.readTree(STOCK.writeValueAsString(change()));
        assertThat(json.path("kind").asText()).isEqualTo("changed");
        assertThat(json.path("current").path("status").asText()).isEqualTo("partially-received");
        assertThat(json.path("observedAt").asText()).isEqualTo("2026-03-02T10:00:00.123456700Z");
        assertThat(json.path("changes").get(0).path("old").asText()).isEqualTo("acknowledged");
        assertThat(json.path("current").path("document").isObject())
                .as("the service's document is JSON, not a text that holds JSON")
                .isTrue();
        assertThat(json.path("current")
                        .path("document")
                        .path("purchaseOrderNumber")
                        .asText())
                .isEqualTo("PO-1");
        assertThat(STOCK.writeValueAsString(change())).contains("\"total\":1.50");
    }

    @Test
    void whatIsUnknownIsLeftOut() throws JsonProcessingException {
        PurchaseOrderStatus bare =
                new PurchaseOrderStatus("pos", "acme", "a-1", "1", null, Status.UNKNOWN, null, null, null, null, null);
        assertThat(STOCK.writeValueAsString(bare))
                .isEqualTo(
                        "{\"source\":\"pos\",\"account\":\"acme\",\"id\":\"a-1\",\"purchaseOrderNumber\":\"1\",\"status\":\"unknown\"}");
        assertThat(STOCK.readValue(STOCK.writeValueAsString(bare), PurchaseOrderStatus.class))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusIsReadAsItIsWritten(Status status) throws JsonProcessingException {
        assertThat(STOCK.readValue(STOCK.writeValueAsString(status), Status.class))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatEndedIsNotOpen(Status status) {
        assertThat(status.isOpen())
                .isNotEqualTo(List.of(Status.COMPLETED, Status.CANCELLED, Status.REJECTED, Status.ERROR)
                        .contains(status));
    }

    @Test
    void aDocumentDoesNotStandInLogs() {
        assertThat(change())
                .hasToString("PurchaseOrderChange[changed amazonvendor/acme/default PO-1 acknowledged ->"
                        + " partially-received, sequence 3, 0123456789abcdef]");
    }

    @Test
    void numbersOfTheDocumentKeepTheirDigits() throws JsonProcessingException {
        String document = "{\"cost\":1.10,\"large\":12345678901234567.12,\"count\":90}";
        String json = STOCK.writeValueAsString(status(document));
        assertThat(STOCK.readValue(json, PurchaseOrderStatus.class).document()).isEqualTo(document);
    }
}
