/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.poll.Observed;
import io.postatus.core.wire.FieldDrift;
import io.postatus.core.wire.WireJson;
import io.postatus.pos.wire.PurchaseOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From documents to the model; odd documents are named for what is odd. */
class PosMapperTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final PosMapper mapper =
            new PosMapper("tickets", new PosTime(ZoneId.of("America/New_York")), PosStatuses.parse(null));

    private final ObjectNode document = order();

    @Test
    void theOrderIsToldInOurWordsBesideTheServices() {
        PurchaseOrderStatus order = mapped();

        assertThat(order.source()).isEqualTo("pos");
        assertThat(order.account()).isEqualTo("tickets");
        assertThat(order.id()).isEqualTo("3f2b8c1e");
        assertThat(order.purchaseOrderNumber()).isEqualTo("10482");
        assertThat(order.created()).isEqualTo(Instant.parse("2024-03-28T18:05:00Z"));
        assertThat(order.lastUpdated()).isNull();
        assertThat(order.status()).hasToString("open");
        assertThat(order.vendorStatus()).isEqualTo("Active");
        assertThat(order.vendorStatuses())
                .containsEntry("PaymentStatus", "Paid")
                .containsEntry("ShippingStatus", "NotShipped")
                .containsEntry("DateVoided", "")
                .containsEntry("DateReceived", "");
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo("a4d1f6c2");
            assertThat(line.product()).isEqualTo("Hawks vs. Bears, 112, F");
            assertThat(line.orderedQuantity()).isEqualByComparingTo("4");
        });
        assertThat(order.document()).isEqualTo(document.toString());
    }

    @Test
    void statusesMayBeNumbers() {
        document.put("POStatus", 2).put("PaymentStatus", 3);

        assertThat(mapped().vendorStatus()).isEqualTo("2");
        assertThat(mapped().vendorStatuses()).containsEntry("PaymentStatus", "3");
    }

    @Test
    void anOrderWithoutNumberIsCalledByItsId() {
        document.remove("PONumber");

        assertThat(mapped().purchaseOrderNumber()).isEqualTo("3f2b8c1e");
    }

    @Test
    void aNumberBeyondAllBoundsCostsNothingElse() {
        document.put("PONumber", new java.math.BigInteger("9".repeat(40)));

        assertThat(mapped().purchaseOrderNumber()).isEqualTo("3f2b8c1e");
    }

    @Test
    void aVoidedOrderThatIsTakenUpAgainIsNotVoidAnyMore() {
        document.put("DateVoided", "2024-03-30T10:00").put("VoidReason", "Duplicate");
        PurchaseOrderStatus voided = mapped();
        document.put("DateVoided", "0001-01-01T00:00").putNull("VoidReason");

        assertThat(voided.status()).hasToString("cancelled");
        assertThat(mapped().vendorStatuses()).containsEntry("DateVoided", "").containsEntry("VoidReason", "");
    }

    @Test
    void whatIsLeftOutSaysNothing() {
        document.remove("DateVoided");
        document.remove("Items");

        assertThat(mapped().vendorStatuses()).doesNotContainKey("DateVoided");
        assertThat(mapped().lines()).isNull();
    }

    @Test
    void linesWithoutIdsAreCountedAndNamedByWhatTheyHave() {
        ((ObjectNode) document.withArray("Items").get(0)).retain("Section");

        assertThat(mapped().lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo("1");
            assertThat(line.product()).isEqualTo("112");
            assertThat(line.orderedQuantity()).isNull();
        });
    }

    @Test
    void peopleAndAddressesAreNoNewsAndStayInTheDocument() {
        Observed before = mapper.toObserved(document);
        document.withObject("/ShipFrom").put("Email", "new@example.com");
        document.withObject("/BillTo").put("Phone", "555-0199");

        assertThat(mapper.toObserved(document).fields()).isEqualTo(before.fields());
        assertThat(before.fields().toString()).doesNotContain("robin@example.com");
        assertThat(mapper.toObserved(document).status().document()).contains("new@example.com");
        assertThat(WireJson.read(document, PurchaseOrder.class).toString()).doesNotContain("new@example.com", "555");
        assertThat(WireJson.read(document, PurchaseOrder.class).shipFrom().toString())
                .doesNotContain("new@example.com");
    }

    @Test
    void whatIsInTheDocumentAndNotInTheSummaryIsCompared() {
        assertThat(mapper.toObserved(document).fields())
                .containsKeys("Notes", "GrandTotal.Amount", "Items[].UnitPrice.Amount", "ShippingTrackingNumber")
                .doesNotContainKeys("POStatus", "Items[].Quantity", "DateVoided");
    }

    @Test
    void aRowOfASearchOrNothingIsNoOrder() {
        assertThatThrownBy(() -> mapper.toObserved("{\"PONumber\": 1}"))
                .hasMessageContaining("it has no PurchaseOrderId");
        assertThatThrownBy(() -> mapper.toObserved("null")).hasMessageContaining("it has no PurchaseOrderId");
    }

    /** The published sample lies beside the checkout, not in it. */
    @Test
    void everyFieldOfThePublishedSampleReachesTheRecord() throws IOException {
        Optional<Path> sample = sample();
        if (sample.isEmpty()) {
            System.out.println("PosMapperTest: no shared/data/pos beside this checkout");
        }
        assumeThat(sample).isPresent();
        JsonNode published = JSON.readTree(sample.get().toFile());

        PurchaseOrder order = WireJson.read(published, PurchaseOrder.class);

        assertThat(JSON.readTree(WireJson.write(order)).toString())
                .isEqualTo(JSON.readTree(published.toString()).toString());
        assertThat(PosMapper.SHAPE.known().drift(published)).isEqualTo(FieldDrift.NONE);
    }

    private static Optional<Path> sample() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            for (String folder : new String[] {"shared", "work/shared"}) {
                Path candidate = at.resolve(folder).resolve("data/pos/purchase-order.json");
                if (Files.isRegularFile(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    private PurchaseOrderStatus mapped() {
        return mapper.toObserved(document).status();
    }

    private static ObjectNode order() {
        try {
            return (ObjectNode)
                    JSON.readTree(
                            """
                    {"PurchaseOrderId": "3f2b8c1e", "PONumber": 10482, "POStatus": "Active", "PaymentStatus": "Paid",
                     "ShippingStatus": "NotShipped", "ShippingTrackingNumber": "", "Notes": "Season seats",
                     "GrandTotal": {"Currency": "USD", "Amount": 500.0}, "DateRaised": "2024-03-28T14:05",
                     "DateVoided": null, "VoidReason": null, "DateReceived": null,
                     "Items": [{"PurchaseOrderItemId": "a4d1f6c2", "Event": "Hawks vs. Bears", "Section": "112",
                       "Row": "F", "Quantity": 4, "UnitPrice": {"Currency": "USD", "Amount": 125.0}}],
                     "ShipFrom": {"FirstName": "Robin", "Email": "robin@example.com", "ContactId": "f0e1"},
                     "BillTo": {"Phone": "555-0101"}, "ShipTo": null, "Tags": ["hawks"]}""");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
