/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postatus.amazonvendor.SandboxPairs.Pair;
import io.postatus.amazonvendor.wire.OrderStatus;
import io.postatus.amazonvendor.wire.StatusPage;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementRequest;
import io.postatus.core.http.Answer;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.poll.Page;
import io.postatus.core.wire.DateTimes;
import io.postatus.core.wire.FieldDrift;
import io.postatus.core.wire.WireFields;
import io.postatus.core.wire.WireJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair of Amazon's static sandbox, over loopback HTTP: the request is the one of the example, every field of the
 * answer reaches a typed record with its value, and where an example departs from Amazon's own model is listed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmazonVendorSandboxTest {

    /** Amazon's example sends a text that is no date-time, which the typed client cannot even say. */
    private static final String NO_DATE = "2019-09-2100:00:00";

    private Path folder;
    private HttpServer server;
    private AmazonVendorBench bench;
    private Pair playing;
    private String askedFor;
    private JsonNode sentBody;

    @BeforeAll
    void open() throws IOException {
        folder = SandboxPairs.folder().orElse(null);
        if (folder == null) {
            System.out.println("AmazonVendorSandboxTest was skipped: no shared/data/amazon beside this checkout");
        }
        assumeThat(folder).isNotNull();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        bench = AmazonVendorBench.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterAll
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    Stream<Pair> pairs() {
        return folder == null ? Stream.empty() : SandboxPairs.all(folder).stream();
    }

    Stream<Pair> answered() {
        return pairs().filter(pair -> pair.status() < 300);
    }

    Stream<Pair> refused() {
        return pairs().filter(pair -> pair.status() >= 400);
    }

    @Test
    void thereAreTwentyThreePairs() {
        assertThat(pairs()).hasSize(23);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theRequestIsTheOneOfTheExample(Pair pair) {
        play(pair);

        assertThat(askedFor).startsWith(pair.method() + " ");
        assertThat(path(askedFor)).isEqualTo(expectedPath(pair));
        assertThat(normalQuery(askedFor)).isEqualTo(expectedQuery(pair));
        if (pair.parameters().hasNonNull("body")) {
            assertThat(normal(sentBody)).isEqualTo(normal(pair.parameters().get("body")));
        }
    }

    @ParameterizedTest
    @MethodSource("answered")
    void everyFieldOfTheAnswerReachesATypedRecordWithItsValue(Pair pair) {
        Answer<?> answer = play(pair);

        assertThat(normal(written(answer.body()))).isEqualTo(normal(pair.response()));
        assertThat(parsed(answer.json())).isEqualTo(pair.response());
        assertThat(answer.requestId()).isEqualTo("request-of-pair-" + pair.number());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusalsCarryCodeMessageAndRequestIdButNoDetails(Pair pair) {
        JsonNode error = pair.response().get("errors").get(0);

        assertThatThrownBy(() -> bench.answer(call(pair)))
                .isInstanceOfSatisfying(RequestRejectedException.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.operation()).isEqualTo(pair.operation());
                    assertThat(e.requestId()).isEqualTo("request-of-pair-" + pair.number());
                })
                .hasMessageContaining(
                        error.get("code").asText() + " " + error.get("message").asText());
    }

    @Test
    void everyStatusDocumentIsMapped() {
        List<String> told = new ArrayList<>();
        pairs().filter(pair -> pair.operation().equals("getPurchaseOrdersStatus") && pair.status() == 200)
                .flatMap(pair -> page(pair).orders().stream())
                .forEach(order -> told.add(order.status().purchaseOrderNumber() + " "
                        + order.status().vendorStatus()
                        + " " + order.status().status() + " "
                        + order.status().lines().stream()
                                .map(AmazonVendorSandboxTest::line)
                                .toList()));

        // ordered-cancelled, accepted+rejected, received
        assertThat(told)
                .containsExactly(
                        "2JK3S9VB OPEN partially-received [1-0 1+0 1, 20-0 15+5 10, 5-0 0+5 0]",
                        "TestPO2 OPEN open [10-0 0+0 0]",
                        "TestPO2 OPEN open [10-0 0+0 0]",
                        "TestPO1 OPEN open [100-50 0+0 0]",
                        "mock-purchaseOrderNumber1 OPEN open [10-0 0+0 0]",
                        "mock-purchaseOrderNumber2 OPEN open [100-50 0+0 0]");
    }

    @Test
    void requiredIsWhatAmazonsModelRequires() {
        for (String empty : List.of(
                "{}",
                "{'sellingParty':{},'shipToParty':{'address':{},'taxInfo':{}},'itemStatus':[{}]}",
                "{'itemStatus':[{'netCost':{},'listPrice':{},'receivingStatus':{'receivedQuantity':{}},"
                        + "'orderedQuantity':{'orderedQuantity':{},'orderedQuantityDetails':[{'cancelledQuantity':{}}]},"
                        + "'acknowledgementStatus':{'acceptedQuantity':{},'acknowledgementStatusDetails':[{}]}}]}")) {
            JsonNode order = WireJson.tree(empty.replace('\'', '"'));
            List<String> required =
                    AmazonModel.in(folder.resolve("vendorOrders.json")).deviations("OrderStatus", order).stream()
                            .map(deviation -> deviation
                                    .replace(" is required and missing", "")
                                    .substring(1))
                            .toList();
            assertThat(WireFields.of(OrderStatus.class).drift(order).missing())
                    .containsExactlyInAnyOrderElementsOf(required);
        }
    }

    /** Not hidden: the table is printed and must be exactly this. */
    @Test
    void whereExamplesDepartFromAmazonsOwnModelIsListed() {
        List<String> table = new ArrayList<>();
        for (Pair pair : pairs().toList()) {
            boolean transaction = pair.operation().equals("getTransaction");
            AmazonModel model =
                    AmazonModel.in(folder.resolve(transaction ? "vendorTransactionStatus.json" : "vendorOrders.json"));
            String response = Character.toUpperCase(pair.operation().charAt(0))
                    + pair.operation().substring(1) + "Response";
            if (pair.status() < 300) {
                model.deviations(response, pair.response()).forEach(d -> table.add(pair.number() + " answer" + d));
            }
            if (pair.parameters().hasNonNull("body")) {
                model.deviations(
                                "SubmitAcknowledgementRequest",
                                pair.parameters().get("body"))
                        .forEach(d -> table.add(pair.number() + " request" + d));
            }
        }
        table.forEach(row -> System.out.println("sandbox pair " + row));

        assertThat(table)
                .containsExactly(
                        "0 answer.payload.orders[].orderDetails.items[].orderedQuantity.unitOfMeasure is CASES,"
                                + " which is no word of the model",
                        "6 answer.payload.orders[].purchaseOrderState is required and missing",
                        "6 answer.payload.orders[].orderDetails.purchaseOrderStateChangedDate is required and missing",
                        "6 answer.payload.orders[].purchaseOrderState is required and missing",
                        "6 answer.payload.orders[].orderDetails.purchaseOrderStateChangedDate is required and missing",
                        "9 answer.payload.purchaseOrderState is required and missing",
                        "9 answer.payload.orderDetails.purchaseOrderStateChangedDate is required and missing",
                        "13 request.acknowledgements[].acknowledgementDate is required and missing",
                        "13 request.acknowledgements[].items is required and missing",
                        "13 request.acknowledgements[].sellingParty.partyId is required and missing");
    }

    @Test
    void datesWithoutZoneAreSentAsUtcAndWhatIsNoDateCannotBeSent() {
        assertThat(DateTimes.parse("2019-08-20T14:00:00")).isEqualTo(Instant.parse("2019-08-20T14:00:00Z"));
        assertThatThrownBy(() -> DateTimes.parse(NO_DATE)).isInstanceOf(DateTimeException.class);
    }

    private static String line(PurchaseOrderLine line) {
        return line.orderedQuantity() + "-" + line.cancelledQuantity() + " " + line.acceptedQuantity() + "+"
                + line.rejectedQuantity() + " " + line.receivedQuantity();
    }

    private Page page(Pair pair) {
        playing = pair;
        Answer<StatusPage> answer =
                bench.answer(bench.client.getPurchaseOrdersStatusPage(statusQuery(pair), Permission.ALWAYS));
        Page page = new AmazonVendorMapper("acme").toPage(answer.body(), null, order -> true);
        JsonNode documents = pair.response().at("/payload/ordersStatus");
        assertThat(page.unreadable()).isEmpty();
        assertThat(page.orders()).hasSize(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            assertThat(parsed(page.orders().get(i).status().document())).isEqualTo(documents.get(i));
            assertThat(page.orders().get(i).drift()).isEqualTo(FieldDrift.NONE);
        }
        return page;
    }

    private Answer<?> play(Pair pair) {
        try {
            return bench.answer(call(pair));
        } catch (RequestRejectedException e) {
            return null;
        }
    }

    private CompletionStage<? extends Answer<?>> call(Pair pair) {
        playing = pair;
        return switch (pair.operation()) {
            case "getPurchaseOrdersStatus" ->
                bench.client.getPurchaseOrdersStatus(statusQuery(pair), Permission.ALWAYS);
            case "getPurchaseOrders" -> bench.client.getPurchaseOrders(ordersQuery(pair), Permission.ALWAYS);
            case "getPurchaseOrder" ->
                bench.client.getPurchaseOrder(orAny(pair.parameter("purchaseOrderNumber")), Permission.ALWAYS);
            case "submitAcknowledgement" ->
                bench.client.submitAcknowledgement(
                        WireJson.read(pair.parameters().get("body"), SubmitAcknowledgementRequest.class) == null
                                ? new SubmitAcknowledgementRequest(List.of())
                                : WireJson.read(pair.parameters().get("body"), SubmitAcknowledgementRequest.class),
                        Permission.ALWAYS);
            case "getTransaction" ->
                bench.client.getTransaction(orAny(pair.parameter("transactionId")), Permission.ALWAYS);
            default -> throw new IllegalArgumentException(pair.operation());
        };
    }

    private static Query statusQuery(Pair pair) {
        return Query.NONE
                .with("limit", number(pair.parameter("limit")))
                .with("sortOrder", pair.parameter("sortOrder"))
                .with("nextToken", pair.parameter("nextToken"))
                .with("createdAfter", instant(pair.parameter("createdAfter")))
                .with("createdBefore", instant(pair.parameter("createdBefore")))
                .with("updatedAfter", instant(pair.parameter("updatedAfter")))
                .with("updatedBefore", instant(pair.parameter("updatedBefore")))
                .with("purchaseOrderNumber", pair.parameter("purchaseOrderNumber"))
                .with("purchaseOrderStatus", pair.parameter("purchaseOrderStatus"))
                .with("itemConfirmationStatus", pair.parameter("itemConfirmationStatus"));
    }

    private static Query ordersQuery(Pair pair) {
        return Query.NONE
                .with("limit", number(pair.parameter("limit")))
                .with("sortOrder", pair.parameter("sortOrder"))
                .with("nextToken", pair.parameter("nextToken"))
                .with("createdAfter", instant(pair.parameter("createdAfter")))
                .with("createdBefore", instant(pair.parameter("createdBefore")))
                .with("changedAfter", instant(pair.parameter("changedAfter")))
                .with("changedBefore", instant(pair.parameter("changedBefore")))
                .with("includeDetails", flag(pair.parameter("includeDetails")))
                .with("isPOChanged", flag(pair.parameter("isPOChanged")))
                .with("poItemState", pair.parameter("poItemState"))
                .with("purchaseOrderState", pair.parameter("purchaseOrderState"))
                .with("orderingVendorCode", pair.parameter("orderingVendorCode"));
    }

    private static String orAny(String identifier) {
        return identifier == null ? "anything" : identifier;
    }

    private static Integer number(String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static Boolean flag(String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    private static Instant instant(String text) {
        return text == null || text.equals(NO_DATE) ? null : DateTimes.parse(text);
    }

    // ---- what the example says, in one form ----

    private static String expectedPath(Pair pair) {
        return pair.path()
                .replace("{purchaseOrderNumber}", orAny(pair.parameter("purchaseOrderNumber")))
                .replace("{transactionId}", orAny(pair.parameter("transactionId")));
    }

    private static Map<String, String> expectedQuery(Pair pair) {
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, JsonNode> parameter : pair.parameters().properties()) {
            String value = parameter.getValue().asText();
            boolean inPath = pair.path().contains("{" + parameter.getKey() + "}");
            if (!inPath && !parameter.getKey().equals("body") && !value.equals(NO_DATE)) {
                expected.put(parameter.getKey(), normal(value));
            }
        }
        return expected;
    }

    private static String path(String request) {
        return request.substring(request.indexOf(' ') + 1).replaceAll("\\?.*", "");
    }

    private static Map<String, String> normalQuery(String request) {
        Map<String, String> query = new TreeMap<>();
        if (request.contains("?")) {
            for (String parameter : request.substring(request.indexOf('?') + 1).split("&")) {
                String value = parameter.substring(parameter.indexOf('=') + 1);
                query.put(
                        parameter.substring(0, parameter.indexOf('=')),
                        normal(URLDecoder.decode(value, StandardCharsets.UTF_8)));
            }
        }
        return query;
    }

    /** Date-times and decimals in one form, so that trees compare by value. */
    private static JsonNode normal(JsonNode node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node.isObject()) {
            ObjectNode object = make.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), normal(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            return make.arrayNode().addAll(nodes(node));
        }
        return node.isBoolean() ? node : make.textNode(normal(node.asText()));
    }

    private static List<JsonNode> nodes(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(node -> nodes.add(normal(node)));
        return nodes;
    }

    private static String normal(String text) {
        if (text.matches("-?\\d+(\\.\\d+)?") && text.length() < 10) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        try {
            return DateTimes.parse(text).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return SandboxPairs.JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** By a plain mapper, as a user's route would write it. */
    private static JsonNode written(Object body) {
        try {
            return SandboxPairs.JSON.readTree(SandboxPairs.JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    // ---- the server ----

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readAllBytes();
            if (http.getRequestURI().getPath().equals("/auth/o2/token")) {
                reply(http, 200, "{\"access_token\":\"Atza|1\",\"expires_in\":\"3600\"}");
                return;
            }
            askedFor = http.getRequestMethod() + " " + http.getRequestURI();
            sentBody = body.length == 0 ? null : SandboxPairs.JSON.readTree(body);
            http.getResponseHeaders().set("x-amzn-RequestId", "request-of-pair-" + playing.number());
            reply(http, playing.status(), playing.response().toString());
        }
    }

    private static void reply(HttpExchange http, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
    }
}
