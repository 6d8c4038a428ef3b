/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.simulator.pos.PosOperation.GET_PAYMENTS;
import static io.postatus.simulator.pos.PosOperation.GET_PURCHASE_ORDER;
import static io.postatus.simulator.pos.PosOperation.SEARCH_PURCHASE_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;

import io.postatus.core.camel.Told;
import io.postatus.core.http.AuthenticationException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.pos.wire.Payment;
import io.postatus.pos.wire.PurchaseOrder;
import io.postatus.pos.wire.Revisions;
import io.postatus.pos.wire.SearchPage;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.PosSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The component in a route, against the simulator. */
class PosRouteTest {

    /** Half an hour ago, until somebody listens. */
    private final SettableClock clock = new SettableClock(Instant.now().minus(Duration.ofMinutes(30)));

    private final TestPos pos = new TestPos(builder -> builder.clock(clock));
    private final Simulator simulator = pos.simulator;
    private final PosSubscriber tickets = pos.tickets;
    private final DefaultCamelContext camel = pos.camel();
    private final ProducerTemplate template = camel.createProducerTemplate();
    private final Told told = new Told();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private int seen;

    @AfterEach
    void close() {
        pos.close();
    }

    @Test
    void shippingReceiptAndVoidingAreChanges() {
        consume("");

        String id = place();
        PurchaseOrderChange first = next();
        assertThat(first.current().id()).isEqualTo(id);
        assertThat(first.current().purchaseOrderNumber()).isEqualTo("10001");
        assertThat(first.current().document()).contains("\"ShipFrom\"");

        tickets.ship(id, "7700123");
        PurchaseOrderChange shipped = next();
        assertThat(shipped.current().vendorStatuses().get("ShippingStatus"))
                .isNotEqualTo(first.current().vendorStatuses().get("ShippingStatus"));
        assertThat(shipped.previous().vendorStatuses())
                .isEqualTo(first.current().vendorStatuses());

        tickets.receive(id);
        assertThat(next().current().status()).hasToString("received");
        tickets.cancel(id, "Vendor cannot deliver");
        assertThat(next().current().status()).hasToString("cancelled");
        tickets.flipBack(id);
        assertThat(next().current().status())
                .as("a voided order that is taken up again")
                .hasToString("received");
        assertThat(headers).noneMatch(all -> all.contains("@example."));
    }

    @Test
    void changeThatMovesNoDateIsFoundByLookingAtOpenOrders() {
        String id = place();
        consume("&openOrderInterval=1s");
        assertThat(next().current().id()).isEqualTo(id);

        simulator.faults().always(Fault.SILENT_CHANGE);
        tickets.shippingStatus(id, "Shipped");

        assertThat(next().current().vendorStatuses()).containsEntry("ShippingStatus", "Shipped");
    }

    @Test
    void latestStateOfEveryOrderIsToldThoughRowsMoveWhileOnePages() {
        simulator.faults().always(Fault.ROW_ORDER_MOVES).probability(0.2);
        List<String> placed = IntStream.range(0, 40).mapToObj(i -> place()).toList();
        consume("&limit=10");
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            int written = i;
            clock.set(Instant.now());
            tickets.note(placed.get(random.nextInt(placed.size())), "note " + i);
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> told.all().size() >= written / 4);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(placed).allSatisfy(id -> assertThat(latestDocument(id))
                        .contains("\"Notes\":" + tickets.document(id).path("Notes"))));
    }

    private String latestDocument(String id) {
        return told.all().stream()
                .filter(change -> change.current().id().equals(id))
                .map(change -> change.current().document())
                .reduce((one, other) -> other)
                .orElse("nothing told");
    }

    @Test
    void userSaysWhatWordsMean() {
        consume("&statuses=Closed=completed,Active=acknowledged");

        String id = place();
        tickets.status(id, "Closed");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> next().current().status().toString().equals("completed"));
    }

    @Test
    void pagesAreFollowedByHeader() {
        for (int i = 0; i < 3; i++) {
            place();
        }
        Exchange first = send("searchPurchaseOrders?limit=2", Map.of());

        assertThat(first.getMessage().getBody(SearchPage.class).rows()).hasSize(2);
        assertThat(first.getMessage().getHeader(PosConstants.HAS_MORE)).isEqualTo(true);
        assertThat(first.getMessage().getHeader(PosConstants.STATUS_CODE)).isEqualTo(200);
        Object next = first.getMessage().getHeader(PosConstants.NEXT_PAGE);
        assertThat(next).isEqualTo("2");

        Exchange last =
                send("searchPurchaseOrders?limit=2", Map.of(PosConstants.PAGE, next, PosConstants.NEXT_PAGE, next));
        assertThat(last.getMessage().getBody(SearchPage.class).rows()).hasSize(1);
        assertThat(last.getMessage().getHeader(PosConstants.HAS_MORE)).isEqualTo(false);
        assertThat(last.getMessage().getHeaders()).doesNotContainKey(PosConstants.NEXT_PAGE);
    }

    @Test
    void everyParameterIsSentByItsNameAndHeaderWinsOverOption() {
        send(
                "searchPurchaseOrders?purchaseOrderStatus=Active,2&company=Acme&timeZone=America/New_York"
                        + "&poNumber=10001&externalOrderNumber=TM-1&customerId=c1&email=a@b.example&paymentStatus=3"
                        + "&shippingStatus=NotShipped&poType=Standard&orderedFrom=2026-03-01T00:00"
                        + "&orderedTo=2026-03-02T00:00&ticketGroupId=g&invoiceId=i&tags=hawks,season&orderBy=PONumber"
                        + "&sortOrder=DESC&purchaseOrderId=p&limit=7",
                Map.of(
                        PosConstants.COMPANY,
                        "Northside",
                        PosConstants.UPDATED_FROM,
                        Instant.parse("2026-03-02T10:00:00Z"),
                        PosConstants.UPDATED_TO,
                        "2026-03-02T10:00",
                        "CamelPosBaseUrl",
                        "http://evil.example",
                        "CamelHttpUri",
                        "http://evil.example",
                        "X-Token",
                        "mine"));

        RecordedRequest request = last(SEARCH_PURCHASE_ORDERS);
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.query())
                .containsEntry("Company", "Northside")
                .containsEntry("UpdatedSince.FromDate", "2026-03-02T05:00")
                .containsEntry("UpdatedSince.ToDate", "2026-03-02T10:00")
                .containsEntry("UpdatedSince.FilterByTime", "true")
                .containsEntry("PurchaseOrderDate.FromDate", "2026-03-01T00:00")
                .containsEntry("PurchaseOrderDate.ToDate", "2026-03-02T00:00")
                .containsEntry("PONumber", "10001")
                .containsEntry("ExternalOrderNumber", "TM-1")
                .containsEntry("CustomerId", "c1")
                .containsEntry("Email", "a@b.example")
                .containsEntry("TicketGroupId", "g")
                .containsEntry("InvoiceId", "i")
                .containsEntry("PurchaseOrderId", "p")
                .containsEntry("OrderBy", "PONumber")
                .containsEntry("SortOrder", "DESC")
                .containsEntry("ItemsPerPage", "7");
        assertThat(request.query().toString())
                .contains("PurchaseOrderStatus", "PaymentStatus", "ShippingStatus", "POType", "Tags");
    }

    @Test
    void oneOrderIsReadWithItsHistoryAndPayments() {
        String id = place();
        tickets.pay(id);

        assertThat(request("getPurchaseOrder?purchaseOrderId=" + id))
                .isInstanceOfSatisfying(PurchaseOrder.class, order -> assertThat(order.payments())
                        .hasSize(1));
        assertThat(request("getPurchaseOrder?responseType=json&purchaseOrderId=" + id))
                .isEqualTo(tickets.document(id).toString());
        assertThat(request("getRevisions?purchaseOrderId=" + id))
                .isInstanceOfSatisfying(Revisions.class, revisions -> assertThat(revisions.history())
                        .isNotEmpty());
        assertThat(request("getPayments?purchaseOrderId=" + id))
                .asInstanceOf(list(Payment.class))
                .hasSize(1);
        assertThat(request("getPayments?updatedFrom=2020-01-01T00:00&updatedTo=2020-01-02T00:00&purchaseOrderId=" + id))
                .asInstanceOf(list(Payment.class))
                .isEmpty();
        assertThat(last(GET_PAYMENTS).query())
                .containsEntry("FromDate", "2020-01-01T00:00")
                .containsEntry("FilterByTime", "true");
    }

    @Test
    void orderThatSomebodyElseReadIsHeldAgainstWhatWasTold() {
        String id = place();
        String document = tickets.document(id).toString();

        assertThat(changed(document)).isTrue();
        assertThat(changed(document)).isFalse();
        tickets.receive(id);
        assertThat(changed(tickets.document(id).toString())).isTrue();
        assertThat(simulator.pos().requests(GET_PURCHASE_ORDER)).isEmpty();
    }

    @Test
    void stepsOfOneSweepMustSayTheSameOfStatuses() throws Exception {
        String sweep = "pos:detectChange?subscription=sweep&statuses=";
        step("one", sweep + "Closed=completed,Active=open");
        step("same", sweep + "Active=open, Closed=completed");

        assertThatThrownBy(() -> step("other", sweep + "Closed=cancelled"))
                .hasStackTraceContaining("take part in one sweep of pos/acme/sweep, but differ in the option statuses")
                .hasStackTraceContaining("Closed%3Dcompleted")
                .hasStackTraceContaining("Closed%3Dcancelled");
        step("apart", "pos:detectChange?subscription=apart&statuses=Closed=cancelled");
    }

    @Test
    void failureIsTheExchangesException() {
        assertThatThrownBy(() -> request("getPurchaseOrder?purchaseOrderId=0NOTHERE"))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(NotFoundException.class);
        tickets.revoke();
        assertThatThrownBy(() -> request("searchPurchaseOrders")).hasCauseInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> request("getPurchaseOrder"))
                .hasRootCauseMessage("set the header CamelPosPurchaseOrderId or the option purchaseOrderId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windowSize=5m | windowSize is PT5M, allowed is PT10M (ten minutes) or more",
                "timeZone=Mars | timeZone is 'Mars', allowed is a zone such as UTC, America/New_York or -05:00",
                "signedPath=twice | signedPath is 'twice', allowed are decoded, as-sent",
                "requestsPerSecond=0 | requestsPerSecond is 0.0, allowed is 0.01 to 50",
                "limit=0 | limit 0 is not possible: 1 or more",
                "statuses=Closed | statuses has 'Closed', allowed are pairs such as Closed=completed,4=cancelled",
                "openOrderInterval=0 | openOrderInterval is PT0S, allowed is more than zero",
                "lookback=PT-1H | lookback is PT-1H, allowed is zero or more",
                "secretKy=x | pos has no option 'secretKy'. Do you mean secretKey?"
            })
    void whatCannotWorkIsRefusedByNameAtStart(String option, String message) {
        assertThatThrownBy(() -> consume("&" + option)).hasStackTraceContaining(message);
        assertThat(simulator.pos().requests()).isEmpty();
    }

    @Test
    void signedPathIsWrittenAsDocumented() {
        assertThat(camel.getEndpoint("pos:getPayments?signedPath=as-sent", PosEndpoint.class)
                        .getConfiguration()
                        .getSignedPath())
                .isEqualTo(PosSignedPath.AS_SENT);
    }

    private void consume(String options) {
        clock.set(Instant.now());
        route(camel, rb -> rb.from(pos.status() + options)
                .process(told)
                .process(exchange ->
                        headers.add(exchange.getMessage().getHeaders().toString())));
    }

    private void step(String name, String uri) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + name).to(uri);
            }
        });
    }

    private PurchaseOrderChange next() {
        return told.number(++seen);
    }

    private String place() {
        return pos.placeById();
    }

    private boolean changed(String document) {
        Exchange exchange = template.request(
                "pos:detectChange?subscription=sweep", sent -> sent.getMessage().setBody(document));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(PosConstants.CHANGED, Boolean.class);
    }

    private Object request(String endpoint) {
        return template.requestBody("pos:" + endpoint, (Object) null);
    }

    private Exchange send(String endpoint, Map<String, Object> headers) {
        Exchange exchange = template.request(
                "pos:" + endpoint, sent -> sent.getMessage().getHeaders().putAll(headers));
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private RecordedRequest last(io.postatus.simulator.pos.PosOperation operation) {
        List<RecordedRequest> requests = simulator.pos().requests(operation);
        return requests.get(requests.size() - 1);
    }
}
