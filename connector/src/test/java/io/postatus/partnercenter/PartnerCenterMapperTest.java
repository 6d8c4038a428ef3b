/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.poll.Mention;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Page;
import io.postatus.core.wire.FieldDrift;
import io.postatus.core.wire.WireJson;
import io.postatus.partnercenter.wire.Order;
import io.postatus.partnercenter.wire.ResourceCollection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From Microsoft's documents to our model. */
class PartnerCenterMapperTest {
    private static final PartnerCenterMapper MAPPER = new PartnerCenterMapper("contoso");
    private static final String CUSTOMER = "2c9f3a51-7be0-4c1f-9d52-0f6c1e0a7711";
    private static final String ORDER =
            """
            {"id":"7f3b9c21d4e0","alternateId":"7f3b9c21d4e0",
             "referenceCustomerId":"2C9F3A51-7be0-4c1f-9d52-0f6c1e0a7711","billingCycle":"one_time","currencyCode":"EUR",
             "lineItems":[{"lineItemNumber":0,"offerId":"DG7GMGF0D7FV:0001:DG7GMGF0ABCD","friendlyName":"Access LTSC 2021",
               "quantity":3,"partnerIdOnRecord":null,"links":{"product":{"uri":"/products/x","method":"GET","headers":[]}}}],
             "creationDate":"2026-05-04T09:12:33.1203451-08:00","status":"pending_po_upload",
             "links":{"self":{"uri":"/customers/c/orders/o","method":"GET","headers":[]}},
             "attributes":{"etag":"abc","objectType":"Order"}}""";

    @Test
    void anOrderIsTheSameInOurWords() {
        PurchaseOrderStatus order = MAPPER.toObserved(ORDER).status();

        assertThat(order.source()).isEqualTo("partnercenter");
        assertThat(order.account()).isEqualTo("contoso");
        assertThat(order.id()).as("GUIDs in lower case").isEqualTo(CUSTOMER + "/7f3b9c21d4e0");
        assertThat(order.purchaseOrderNumber()).isEqualTo("7f3b9c21d4e0");
        assertThat(order.created()).isEqualTo(Instant.parse("2026-05-04T17:12:33.120345100Z"));
        assertThat(order.lastUpdated()).isNull();
        assertThat(order.status()).hasToString("open");
        assertThat(order.vendorStatus()).isEqualTo("pending_po_upload");
        assertThat(order.lines())
                .containsExactly(new PurchaseOrderLine(
                        "0", "DG7GMGF0D7FV:0001:DG7GMGF0ABCD", null, null, new BigDecimal(3), null, null, null, null));
        assertThat(order.document()).contains("\"etag\":\"abc\"");
    }

    @Test
    void linesWithoutANumberAreNumberedByTheirPlaceFromOne() {
        Observed order = MAPPER.toObserved(ORDER.replace("{\"lineItemNumber\":0,", "{\"offerId\":\"x\"},{"));

        assertThat(order.status().lines()).extracting(PurchaseOrderLine::number).containsExactly("1", "2");
    }

    @Test
    void linksAndEtagsAreNoChange() {
        Observed one = MAPPER.toObserved(ORDER);
        Observed other = MAPPER.toObserved(ORDER.replace("abc", "def")
                .replace("/products/x", "/products/y")
                .replace("orders/o", "orders/p"));
        Observed changed = MAPPER.toObserved(ORDER.replace("one_time", "monthly"));

        assertThat(other.fields()).isEqualTo(one.fields());
        assertThat(changed.fields()).isNotEqualTo(one.fields());
    }

    @Test
    void ofARowOnlyStatusAndQuantitiesCount() {
        Page page = MAPPER.toRows(collection(ORDER, "{\"status\":\"completed\"}", "7"), null, CUSTOMER);

        Observed row = ((Mention.Row) page.mentions().get(0)).row();
        assertThat(page.mentions()).hasSize(1);
        assertThat(row.status().id()).isEqualTo(CUSTOMER + "/7f3b9c21d4e0");
        assertThat(row.status().lines()).hasSize(1);
        assertThat(row.shapeVersion()).isLessThan(PartnerCenterMapper.SHAPE.version());
        assertThat(row.fields()).isEmpty();
        assertThat(page.unreadable()).as("what nobody can tell apart is parked").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "/", " ", "", ".", ".."})
    void whatHasAnIdThatCannotBeAskedForIsKeptRawAndTheRestOfThePageIsRead(String id) {
        String row = ORDER.replaceFirst("7f3b9c21d4e0", id);
        String audit = "{\"customerId\":\"%s\",\"customizedData\":[{\"key\":\"OrderId\",\"value\":\"%s\"}]}";
        Page rows = MAPPER.toRows(collection(row, ORDER), null, CUSTOMER);
        Page customers = MAPPER.toCustomers(collection("{\"id\":\"" + id + "\"}", "{\"id\":\"C\"}"), null);
        Page log = MAPPER.toMentions(
                collection(audit.formatted("C", "x/" + id), audit.formatted("x/" + id, "o"), audit.formatted("C", "o")),
                null,
                any -> true);

        assertThat(rows.mentions()).hasSize(1);
        assertThat(rows.unreadable()).hasSize(1);
        assertThat(rows.unreadable().get(0).document())
                .isEqualTo(WireJson.tree(row).toString());
        assertThat(customers.customers()).containsExactly("C");
        assertThat(customers.unreadable()).hasSize(1);
        assertThat(log.mentions()).isEqualTo(List.of(new Mention.Exists("C/o")));
        assertThat(log.unreadable()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customerId\":\"C\",\"customizedData\":[{\"key\":\"OrderId\",\"value\":\"o\"}]}",
                "{\"customerId\":\"C\",\"customizedData\":[{\"key\":\"OrderId\",\"value\":null},"
                        + "{\"key\":\"AlternateId\",\"value\":\"o\"}]}"
            })
    void aRecordOfTheLogThatNamesAnOrderMentionsIt(String audit) {
        assertThat(MAPPER.toMentions(collection(audit, audit), null, any -> true)
                        .mentions())
                .isEqualTo(List.of(new Mention.Exists("C/o")));
    }

    @Test
    void otherRecordsOfTheLogMentionNothing() {
        assertThat(MAPPER.toMentions(
                                collection(
                                        "{\"customerId\":\"C\"}",
                                        "{\"customizedData\":[{\"key\":\"OrderId\",\"value\":\"o\"}]}",
                                        "[]"),
                                null,
                                any -> true)
                        .mentions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2c9f3a51-7be0-4c1f-9d52-0f6c1e0a7711, 7f3b9c21d4e0, true",
        "2C9F3A51-7BE0-4C1F-9D52-0F6C1E0A7711, 7f3b9c21d4e0, true",
        "2c9f3a51-7be0-4c1f-9d52-0f6c1e0a7712, 7f3b9c21d4e0, false",
        "2c9f3a51-7be0-4c1f-9d52-0f6c1e0a7711, 7f3b9c21d4e1, false",
        "2c9f3a51-7be0-4c1f-9d52-0f6c1e0a7711, 7F3B9C21D4E0, false"
    })
    void anotherOrderThanWasAskedForIsNotTakenForIt(String customer, String order, boolean same) {
        assertThat(MAPPER.toObserved(WireJson.tree(ORDER), new PartnerCenterOrderId(customer, order)) != null)
                .isEqualTo(same);
    }

    @Test
    void anOrderIsFoundByItsOtherIdAsWell() {
        JsonNode document = WireJson.tree(ORDER.replace("\"id\":\"7f3b9c21d4e0\"", "\"id\":\"modern-id\""));
        PartnerCenterOrderId asked = new PartnerCenterOrderId(CUSTOMER, "7f3b9c21d4e0");

        assertThat(MAPPER.toObserved(document, asked)).isNotNull();
    }

    @Test
    void whatIsNoOrderIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> MAPPER.toObserved("{\"items\":[]}"))
                .hasMessageContaining("Split the answer of getOrders by its items first");
    }

    /** The sample of Microsoft's own page lies beside the checkout, not in it. */
    @Test
    void everyFieldOfThePublishedSampleIsReachable() throws IOException {
        Optional<Path> sample = sample();
        Assumptions.assumeTrue(sample.isPresent(), "shared/data/partnercenter is not there");
        JsonNode published = new ObjectMapper().readTree(Files.readAllBytes(sample.get()));
        Order order = WireJson.read(published, Order.class);
        ((ObjectNode) published)
                .put(
                        "creationDate",
                        Instant.parse(published.path("creationDate").asText()).toString());

        assertThat((JsonNode) WireJson.tree(WireJson.write(order)))
                .as("what is written again from the record is what was read")
                .isEqualTo(published);
        assertThat(order.links()).containsOnlyKeys("self", "provisioningStatus", "patchOperation");
        Observed observed = MAPPER.toObserved(published);
        assertThat(observed.status().status()).hasToString("in-review");
        assertThat(observed.drift()).isEqualTo(FieldDrift.NONE);
    }

    private static Optional<Path> sample() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            for (String folder : List.of("shared", "work/shared")) {
                Path file = at.resolve(folder + "/data/partnercenter/order-po-upload-complete.json");
                if (Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static ResourceCollection collection(String... items) {
        return new ResourceCollection(
                List.of(items).stream().map(WireJson::tree).toList(), null);
    }
}
