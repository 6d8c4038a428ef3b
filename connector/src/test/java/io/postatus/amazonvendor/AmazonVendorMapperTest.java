/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.amazonvendor.wire.Money;
import io.postatus.amazonvendor.wire.OrderStatus;
import io.postatus.amazonvendor.wire.StatusPage;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.wire.WireJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonVendorMapperTest {
    private static final AmazonVendorMapper MAPPER = new AmazonVendorMapper("acme");

    @Test
    void orderIsMappedInFull() throws IOException {
        Page page = page("status-partially-accepted");

        assertThat(page.next()).isEqualTo(PageToken.of("WzE3NzI0NDU2MDAwMDAsIjdRWjRLMU1BIl0"));
        PurchaseOrderStatus order = page.orders().get(0).status();
        assertThat(order.source()).isEqualTo("amazonvendor");
        assertThat(order.account()).isEqualTo("acme");
        assertThat(order.purchaseOrderNumber()).isEqualTo("7QZ4K1MA");
        assertThat(order.created()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(order.lastUpdated()).isEqualTo(Instant.parse("2026-03-02T14:30:00Z"));
        assertThat(order.status()).hasToString("acknowledged");
        assertThat(order.vendorStatus()).isEqualTo("OPEN");
        assertThat(order.lines())
                .containsExactly(new PurchaseOrderLine(
                        "1",
                        "B0EXAMPLE1",
                        new TreeMap<>(
                                Map.of("confirmationStatus", "PARTIALLY_ACCEPTED", "receiveStatus", "NOT_RECEIVED")),
                        "Eaches",
                        new BigDecimal(90),
                        new BigDecimal(10),
                        new BigDecimal(80),
                        new BigDecimal(10),
                        BigDecimal.ZERO));
    }

    @Test
    void documentIsTheServicesOwn() throws IOException {
        String document =
                page("status-partially-accepted").orders().get(0).status().document();

        assertThat(SandboxPairs.JSON.readTree(document))
                .isEqualTo(tree("status-partially-accepted").at("/payload/ordersStatus/0"));
        assertThat(document).contains("\"amount\":\"12.50\"");
    }

    @Test
    void anotherOrderOfHistoryAndAnotherFormOfNumbersAndDatesAreNoChange() throws IOException {
        Observed one = page("status-partially-accepted").orders().get(0);
        Observed other =
                page("status-same-with-other-order-of-history").orders().get(0);

        assertThat(other.fields()).isEqualTo(one.fields());
        assertThat(other.status().summary()).isEqualTo(one.status().summary());
    }

    @Test
    void fieldsHoldNothingThatTheSummaryHolds() throws IOException {
        assertThat(page("status-partially-accepted").orders().get(0).fields())
                .containsEntry("itemStatus[].netCost.amount", "1:12.5")
                .containsEntry("shipToParty.partyId", "DTM2")
                .doesNotContainKeys(
                        "purchaseOrderStatus",
                        "lastUpdatedDate",
                        "itemStatus[].acknowledgementStatus.confirmationStatus",
                        "itemStatus[].receivingStatus.receivedQuantity.amount");
    }

    @Test
    void receiptsInCasesAreCountedInTheUnitOfTheOrder() throws IOException {
        PurchaseOrderLine units = line("status-received-in-cases");
        assertThat(units.unitOfMeasure()).isEqualTo("Eaches");
        assertThat(units.receivedQuantity()).isEqualByComparingTo("60");

        PurchaseOrderLine cases = line("status-ordered-in-cases-received-in-units");
        assertThat(cases.unitOfMeasure()).isEqualTo("Cases");
        assertThat(cases.receivedQuantity()).isEqualByComparingTo("2.5");
    }

    @Test
    void whatIsLeftOutIsNull() throws IOException {
        Page page = page("status-with-only-what-is-required");

        assertThat(page.next()).isNull();
        PurchaseOrderStatus order = page.orders().get(0).status();
        assertThat(order.status()).hasToString("unknown");
        assertThat(order.vendorStatus()).isNull();
        assertThat(order.lastUpdated()).isNull();
        assertThat(order.lines())
                .containsExactly(new PurchaseOrderLine("00001", null, null, null, null, null, null, null, null));
        assertThat(page.orders().get(1).status().lines()).isNull();
    }

    @Test
    void unknownWordsPassAndUnknownFieldsCountAsContent() throws IOException {
        Observed order = page("status-with-unknown-words-and-fields").orders().get(0);

        assertThat(order.status().status()).hasToString("unknown");
        assertThat(order.status().vendorStatus()).isEqualTo("FROZEN");
        assertThat(order.status().lines().get(0).vendorStatuses()).containsEntry("confirmationStatus", "PONDERED");
        assertThat(order.fields())
                .containsEntry("mood", "calm")
                .containsEntry("itemStatus[].acknowledgementStatus.confidence.level", "1:3");
    }

    @Test
    void brokenEntriesCostNothingButThemselves() throws IOException {
        Page page = page("status-page-with-broken-entries");

        assertThat(page.unreadable())
                .extracting(entry -> entry.document())
                .containsExactly("{\"purchaseOrderStatus\":\"OPEN\"}", "\"not an order\"", "null");
        assertThat(page.orders())
                .extracting(order -> order.status().purchaseOrderNumber())
                .containsExactly("7QZ4K1MA", "8AB4K1MC", "9AB4K1MD");
        PurchaseOrderStatus misfits = page.orders().get(1).status();
        assertThat(misfits.vendorStatus()).isEqualTo("OPEN");
        assertThat(misfits.lastUpdated()).isNull();
        assertThat(misfits.lines()).isNull();
        assertThat(misfits.document()).contains("yesterday");
        PurchaseOrderLine line = page.orders().get(2).status().lines().get(0);
        assertThat(line.orderedQuantity()).isEqualByComparingTo("90");
        assertThat(line.acceptedQuantity()).isNull();
    }

    /** Every node of the sample in turn becomes everything that JSON knows. */
    @Test
    void nothingThatStandsInAWrongPlaceThrows() throws IOException {
        JsonNode order = tree("status-partially-accepted").at("/payload/ordersStatus/0");
        int tried = 0;
        for (String path : paths("", order)) {
            for (String misfit : List.of("null", "true", "-1", "1e9999", "\"x\"", "[[]]", "{\"x\":[]}")) {
                JsonNode changed = order.deepCopy();
                String name = path.substring(path.lastIndexOf('/') + 1);
                JsonNode parent = changed.at(path.substring(0, path.lastIndexOf('/')));
                JsonNode value = SandboxPairs.JSON.readTree(misfit);
                if (parent instanceof ObjectNode object) {
                    object.set(name, value);
                } else {
                    ((ArrayNode) parent).set(Integer.parseInt(name), value);
                }
                StatusPage page = new StatusPage(new StatusPage.Payload(null, List.of(changed, order)), null);

                Page mapped = MAPPER.toPage(page, null, AmazonVendorFilter.NONE);
                assertThat(mapped.orders().size() + mapped.unreadable().size()).isEqualTo(2);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(400);
    }

    private static List<String> paths(String at, JsonNode node) {
        List<String> paths = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> paths.add(at + "/" + name));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths.add(at + "/" + i);
        }
        for (String path : List.copyOf(paths)) {
            paths.addAll(paths(path, node.at(path.substring(at.length()))));
        }
        return paths;
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.50", "0.1", "346.27", "-3", "1234567890123456789.0000001"})
    void moneyIsExact(String amount) throws IOException {
        Money money = WireJson.read(
                SandboxPairs.JSON.readTree("{\"currencyCode\":\"EUR\",\"amount\":\"" + amount + "\"}"), Money.class);

        assertThat(money.amount()).isEqualTo(new BigDecimal(amount));
        assertThat(new String(WireJson.write(money))).contains("\"amount\":\"" + amount + "\"");
    }

    @Test
    void numberThatWouldFillTheMemoryIsNone() throws IOException {
        Money money = WireJson.read(SandboxPairs.JSON.readTree("{\"amount\":\"1e999999999\"}"), Money.class);

        assertThat(money.amount()).isNull();
    }

    @Test
    void filterDropsWhatWasNotAskedForAndKeepsWhatCannotBeTold() throws IOException {
        AmazonVendorFilter filter = new AmazonVendorFilter("CLOSED", null, null, null, null);
        StatusPage full = read("status-partially-accepted");
        StatusPage sparse = read("status-with-only-what-is-required");

        assertThat(MAPPER.toPage(full, null, filter).orders()).isEmpty();
        assertThat(MAPPER.toPage(full, null, filter).next()).isNotNull();
        assertThat(MAPPER.toPage(sparse, null, filter).orders()).hasSize(2);
        OrderStatus order = WireJson.read(full.orders().get(0), OrderStatus.class);
        assertThat(new AmazonVendorFilter("OPEN", "PARTIALLY_ACCEPTED", "NOT_RECEIVED", "ACME1", "DTM2").test(order))
                .isTrue();
        assertThat(new AmazonVendorFilter(null, null, null, "ACME2", null).test(order))
                .isFalse();
        assertThat(new AmazonVendorFilter(null, "UNCONFIRMED", null, null, null).test(order))
                .isFalse();
    }

    private static PurchaseOrderLine line(String sample) throws IOException {
        return page(sample).orders().get(0).status().lines().get(0);
    }

    private static Page page(String sample) throws IOException {
        return MAPPER.toPage(read(sample), null, order -> true);
    }

    private static StatusPage read(String sample) throws IOException {
        return SandboxPairs.JSON.treeToValue(tree(sample), StatusPage.class);
    }

    private static JsonNode tree(String sample) throws IOException {
        return SandboxPairs.JSON.readTree(
                AmazonVendorMapperTest.class.getResource("/amazonvendor/" + sample + ".json"));
    }
}
