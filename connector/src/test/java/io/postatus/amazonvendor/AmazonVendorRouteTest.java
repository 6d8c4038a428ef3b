/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.amazonvendor.wire.GetPurchaseOrderResponse;
import io.postatus.amazonvendor.wire.GetPurchaseOrdersResponse;
import io.postatus.amazonvendor.wire.GetPurchaseOrdersStatusResponse;
import io.postatus.amazonvendor.wire.GetTransactionResponse;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementResponse;
import io.postatus.canary.Canary;
import io.postatus.core.http.AuthenticationException;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.amazon.AmazonOperation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The component in a route, against the simulator. */
class AmazonVendorRouteTest {

    private final Simulator simulator = Simulator.builder()
            .amazon(options -> options.rate(10_000).burst(10_000))
            .build()
            .start();
    private final AmazonAccount vendor = simulator.amazon().account("ACME1");
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void open() {
        AmazonVendorConfiguration shared =
                camel.getComponent("amazonvendor", AmazonVendorComponent.class).getConfiguration();
        shared.setAccount("acme");
        shared.setBaseUrl(simulator.amazon().baseUrl().toString());
        shared.setTokenUrl(simulator.amazon().tokenUrl().toString());
        shared.setClientId(vendor.clientId());
        shared.setClientSecret(vendor.clientSecret());
        shared.setRefreshToken(vendor.refreshToken());
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void close() {
        camel.stop();
        simulator.close();
    }

    @Test
    void expressionsReachIntoLinesAndIntoAmazonsDocument() throws Exception {
        BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("amazonvendor:purchaseOrderStatus?initialDelay=10&startFrom=PT1H")
                        .setProperty("units", simple("${body.current.lines[0].orderedQuantity}"))
                        .setBody(jsonpath("$.current.document.itemStatus[0].buyerProductIdentifier"))
                        .process(exchange -> seen.add(
                                exchange.getMessage().getBody() + " " + exchange.getProperty("units", String.class)));
            }
        });
        place();

        assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("B0EXAMPLE1 100");
    }

    @Test
    void pagesAreFollowedByHeader() {
        for (int i = 0; i < 3; i++) {
            place();
        }
        Exchange first = send("getPurchaseOrdersStatus?limit=2", Map.of());

        assertThat(first.getMessage()
                        .getBody(GetPurchaseOrdersStatusResponse.class)
                        .payload()
                        .ordersStatus())
                .hasSize(2);
        assertThat(first.getMessage().getHeader(AmazonVendorConstants.HAS_MORE)).isEqualTo(true);
        assertThat(first.getMessage().getHeader(AmazonVendorConstants.STATUS_CODE))
                .isEqualTo(200);
        assertThat(first.getMessage().getHeader(AmazonVendorConstants.REQUEST_ID))
                .isNotNull();
        Object next = first.getMessage().getHeader(AmazonVendorConstants.NEXT_TOKEN);

        Exchange last = send(
                "getPurchaseOrdersStatus?limit=2",
                Map.of(AmazonVendorConstants.PAGE_TOKEN, next, AmazonVendorConstants.NEXT_TOKEN, next));
        assertThat(last.getMessage().getHeader(AmazonVendorConstants.HAS_MORE)).isEqualTo(false);
        assertThat(last.getMessage().getHeaders()).doesNotContainKey(AmazonVendorConstants.NEXT_TOKEN);
    }

    @Test
    void headerWinsOverOptionAndOnlyDocumentedHeadersAreSent() {
        Instant after = Instant.now().minus(Duration.ofDays(1));
        send(
                "getPurchaseOrdersStatus?purchaseOrderStatus=OPEN&shipToPartyId=DTM2",
                Map.of(
                        AmazonVendorConstants.PURCHASE_ORDER_STATUS,
                        "CLOSED",
                        AmazonVendorConstants.UPDATED_AFTER,
                        after,
                        AmazonVendorConstants.UPDATED_BEFORE,
                        ZonedDateTime.now(),
                        AmazonVendorConstants.LIMIT,
                        "7",
                        "CamelAmazonVendorBaseUrl",
                        "http://evil.example",
                        "CamelHttpUri",
                        "http://evil.example",
                        "CamelHttpQuery",
                        "a=b",
                        "x-amz-access-token",
                        "mine",
                        "sortOrder",
                        "ASC"));

        RecordedRequest request = lastStatusRequest();
        assertThat(request.query())
                .containsOnlyKeys("limit", "purchaseOrderStatus", "shipToPartyId", "updatedAfter", "updatedBefore")
                .containsEntry("purchaseOrderStatus", "CLOSED")
                .containsEntry("limit", "7");
        assertThat(request.status()).isEqualTo(200);
    }

    @Test
    void rangeLongerThanAmazonSearchesIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> request(
                        "getPurchaseOrdersStatus?updatedAfter=2026-01-01T00:00:00Z&updatedBefore=2026-02-01T00:00:00Z",
                        null))
                .hasRootCauseMessage("updatedAfter and updatedBefore are more than 7 days apart, which is the most that"
                        + " Amazon searches: split the range");
        assertThat(simulator.amazon().requests()).isEmpty();
    }

    @Test
    void ordersAreReadAndAcknowledgedFromEveryKindOfBody() {
        String number = place();
        String json =
                """
                {"acknowledgements": [{"purchaseOrderNumber": "%s", "sellingParty": {"partyId": "ACME1"},
                  "acknowledgementDate": "2026-03-02T10:00:00Z", "items": [{"itemSequenceNumber": "1",
                  "orderedQuantity": {"amount": 100, "unitOfMeasure": "Eaches", "unitSize": 1},
                  "netCost": {"amount": "12.50", "currencyCode": "EUR"},
                  "itemAcknowledgements": [{"acknowledgementCode": "Accepted",
                    "acknowledgedQuantity": {"amount": 100, "unitOfMeasure": "Eaches", "unitSize": 1}}]}]}]}
                """
                        .formatted(number);

        assertThat(request("getPurchaseOrder?purchaseOrderNumber=" + number, null))
                .isInstanceOfSatisfying(GetPurchaseOrderResponse.class, answer -> assertThat(
                                answer.payload().orderDetails().items())
                        .hasSize(1));
        assertThat(request("getPurchaseOrders?includeDetails=false", null))
                .isInstanceOf(GetPurchaseOrdersResponse.class);
        SubmitAcknowledgementResponse answer = (SubmitAcknowledgementResponse) request("submitAcknowledgement", json);
        assertThat(request("getTransaction?transactionId=" + answer.payload().transactionId(), null))
                .isInstanceOf(GetTransactionResponse.class);
        assertThat(request("submitAcknowledgement?responseType=json", parsed(json)))
                .asString()
                .contains("transactionId");
        assertThat(simulator.amazon().requests(AmazonOperation.SUBMIT_ACKNOWLEDGEMENT))
                .allSatisfy(sent -> assertThat(sent.status()).isEqualTo(202));
    }

    @Test
    void fieldThatAmazonDoesNotKnowIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> request(
                        "submitAcknowledgement",
                        Map.of("acknowledgements", List.of(Map.of("orderNumber", "7QZ4K1MA")))))
                .hasRootCauseMessage("this is no SubmitAcknowledgementRequest, see acknowledgements.[0].orderNumber");
        assertThat(simulator.amazon().requests()).isEmpty();
    }

    @Test
    void failureIsTheExchangesException() {
        simulator.faults().always(Fault.INVALID_GRANT);

        assertThatThrownBy(() -> request("getPurchaseOrdersStatus", null))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(AuthenticationException.class);
    }

    @Test
    void tokenAndRateBudgetAreSharedByTheEndpointsOfAnAccount() {
        request("getPurchaseOrdersStatus", null);
        request("getPurchaseOrdersStatus?limit=5", null);
        request("getPurchaseOrders", null);

        assertThat(simulator.amazon().tokenCalls()).isEqualTo(1);
    }

    @Test
    void whatCannotWorkIsRefusedByNameAndWithoutSecrets() {
        assertThatThrownBy(() -> request("getPurchaseOrder", null))
                .hasRootCauseMessage(
                        "set the header CamelAmazonVendorPurchaseOrderNumber or the option" + " purchaseOrderNumber");
        assertThatThrownBy(() -> camel.getEndpoint("amazonvendor:getOrders"))
                .hasRootCauseMessage("amazonvendor has no operation 'getOrders'. It has purchaseOrderStatus,"
                        + " getPurchaseOrdersStatus, getPurchaseOrders, getPurchaseOrder, submitAcknowledgement,"
                        + " getTransaction, detectChange, findAbsent,"
                        + " coverage, parked, verify, replay, backfill, forget");
        assertThatThrownBy(() -> request("getPurchaseOrders?limit=101", null))
                .hasRootCauseMessage("limit 101 is not possible: 1 to 100");
        assertThatThrownBy(() -> request("purchaseOrderStatus", null)).hasStackTraceContaining("only be consumed from");
        assertThatThrownBy(() -> camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("amazonvendor:getPurchaseOrders").to("mock:never");
                    }
                }))
                .hasStackTraceContaining("only be sent to");
    }

    @Test
    void credentialsAreMasked() {
        String uri = "amazonvendor:getPurchaseOrders?clientSecret=RAW(" + Canary.of("secret") + ")&refreshToken=RAW("
                + Canary.of("refresh") + ")";

        assertThat(camel.getEndpoint(uri).toString()).doesNotContain(Canary.WORD);
    }

    @Test
    void missingCredentialsNameTheOption() {
        camel.getComponent("amazonvendor", AmazonVendorComponent.class)
                .getConfiguration()
                .setRefreshToken(null);

        assertThatThrownBy(() -> request("getPurchaseOrders", null))
                .isInstanceOf(RuntimeCamelException.class)
                .hasStackTraceContaining("amazonvendor needs the option refreshToken");
    }

    private String place() {
        return vendor.place(order -> order.line("B0EXAMPLE1", 100));
    }

    private Object request(String endpoint, Object body) {
        return template.requestBody("amazonvendor:" + endpoint, body);
    }

    private Exchange send(String endpoint, Map<String, Object> headers) {
        return template.request(
                "amazonvendor:" + endpoint,
                exchange -> exchange.getMessage().getHeaders().putAll(headers));
    }

    private RecordedRequest lastStatusRequest() {
        List<RecordedRequest> requests = simulator.amazon().requests(AmazonOperation.GET_PURCHASE_ORDERS_STATUS);
        return requests.get(requests.size() - 1);
    }

    private static Map<?, ?> parsed(String json) {
        try {
            return SandboxPairs.JSON.readValue(json, Map.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
