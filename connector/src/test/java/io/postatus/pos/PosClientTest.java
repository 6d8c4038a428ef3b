/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static io.postatus.simulator.pos.PosOperation.GET_PAYMENTS;
import static io.postatus.simulator.pos.PosOperation.GET_PURCHASE_ORDER;
import static io.postatus.simulator.pos.PosOperation.SEARCH_PURCHASE_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.canary.Canary;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiException;
import io.postatus.core.http.ApiResponse;
import io.postatus.core.http.AuthenticationException;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RateBudget;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.http.TransientApiException;
import io.postatus.core.poll.Slice;
import io.postatus.pos.wire.DateRange;
import io.postatus.pos.wire.Payment;
import io.postatus.pos.wire.PurchaseOrder;
import io.postatus.pos.wire.PurchaseOrderSearch;
import io.postatus.pos.wire.SearchPage;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.EnumForm;
import io.postatus.simulator.pos.NotFound;
import io.postatus.simulator.pos.PosOptions;
import io.postatus.simulator.pos.PosSubscriber;
import io.postatus.simulator.pos.SignedPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against the simulator: signature, refusals, the three shapes of not found. */
class PosClientTest {

    private static final DateRange TODAY = new DateRange("2026-03-02T00:00", "2026-03-02T23:59", true);

    private final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    private Simulator simulator;
    private PosSubscriber tickets;
    private PosBench bench;

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void ordersAreSearchedAndReadWithHistoryAndPayments() {
        start(pos -> {});
        String id = place();
        String payment = tickets.pay(id);

        SearchPage page = bench.answer(search());
        assertThat(page.rows()).singleElement().satisfies(row -> {
            assertThat(row.purchaseOrderId()).isEqualTo(id);
            assertThat(row.poNumber()).isEqualTo(10_001);
        });
        PurchaseOrder order = bench.answer(bench.client.getPurchaseOrder(id, Permission.ALWAYS))
                .body();
        assertThat(order.poStatus()).isNotBlank();
        assertThat(order.items()).hasSize(1);
        assertThat(bench.answer(bench.client.getRevisions(id, Permission.ALWAYS))
                        .body()
                        .history())
                .hasSizeGreaterThan(1)
                .allSatisfy(revision -> assertThat(revision.version()).isNotNull());
        assertThat(bench.answer(bench.client.getPayments(id, Query.NONE, Permission.ALWAYS))
                        .body())
                .extracting(Payment::paymentId)
                .containsExactly(payment);
    }

    @Test
    void pagesThatDoNotSayHowManyThereAreAreFollowedToAnEmptyOne() {
        start(pos -> pos.envelope(false));
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            placed.add(place());
        }
        Set<String> seen = new HashSet<>();
        List<String> pages = new ArrayList<>();
        for (String next = "1"; next != null; ) {
            pages.add(next);
            SearchPage page = bench.answer(bench.client
                    .searchPurchaseOrders(
                            PurchaseOrderSearch.updated(TODAY, Integer.parseInt(next), 2), Permission.ALWAYS)
                    .thenApply(Answer::body));
            page.rows().forEach(row -> seen.add(row.purchaseOrderId()));
            next = page.nextToken();
        }

        assertThat(seen).isEqualTo(placed);
        assertThat(pages).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "{\"Items\": [{}]}", "{\"Items\": [{}], \"Page\": 3}"})
    void aPageWithoutCountsIsFollowedByTheOneAfterThatWhichWasAskedFor(String body) {
        simulator = Simulator.builder().build().start();
        bench = PosBench.with(request -> answer(200, body));

        assertThat(bench.answer(bench.client.searchPurchaseOrders(
                                PurchaseOrderSearch.updated(TODAY, 3, 10), Permission.ALWAYS))
                        .body()
                        .nextToken())
                .isEqualTo("4");
    }

    @ParameterizedTest
    @EnumSource(PosSignedPath.class)
    void bothReadingsOfTheSignedPathCanBeChosen(PosSignedPath reading) {
        start(pos -> pos.signedPath(SignedPath.valueOf(reading.name())));
        bench = PosBench.at(simulator, tickets, reading, "UTC");
        String id = place();
        Query range = Query.NONE.with("FromDate", "2026-03-02T00:00").with("ToDate", "2026-03-03T00:00");

        assertThat(bench.answer(bench.client.getPayments(id, range, Permission.ALWAYS))
                        .body())
                .isEmpty();
        PosSignedPath other = PosSignedPath.values()[1 - reading.ordinal()];
        PosBench wrong = PosBench.at(simulator, tickets, other, "UTC");
        assertThatThrownBy(() -> wrong.answer(wrong.client.getPayments(id, range, Permission.ALWAYS)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("try another signedPath");
    }

    @ParameterizedTest
    @EnumSource(NotFound.class)
    void orderThatIsNotThereIsNotFoundInWhicheverShape(NotFound shape) {
        start(pos -> pos.notFound(shape));

        assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrder("0NOTHERE", Permission.ALWAYS)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Account 'tickets-1', getPurchaseOrder")
                .hasMessageContaining("Check the");
        assertThatThrownBy(() -> bench.answer(bench.client.getRevisions("0NOTHERE", Permission.ALWAYS)))
                .isInstanceOf(NotFoundException.class);
        assertThat(simulator.pos().requests(GET_PURCHASE_ORDER)).hasSize(1);
    }

    @Test
    void nothingFoundIsAnEmptyPageThoughItIsRefused() {
        start(pos -> pos.emptyRefused(true));

        SearchPage page = bench.answer(search());

        assertThat(page).isEqualTo(SearchPage.NOTHING);
        assertThat(page.nextToken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Message\": \"Account not found\"}",
                "{\"Status\": 2, \"Errors\": [{\"ErrorDescription\": \"Token not found.\"}]}"
            })
    void thatSomethingElseIsNotFoundIsNoAnswer(String body) {
        simulator = Simulator.builder().build().start();
        bench = PosBench.with(request -> answer(200, body));

        assertThatThrownBy(() -> bench.answer(search())).isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrder("1", Permission.ALWAYS)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("it holds errors in place of what was asked for");
    }

    @Test
    void wrongPathIsNoEmptyPage() {
        simulator = Simulator.builder().build().start();
        bench = PosBench.with(request -> answer(404, "{\"Message\": \"Result not found\"}"));

        assertThatThrownBy(() -> bench.answer(search())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void otherBadRequestsAreRefusalsWithTheServicesWords() {
        start(pos -> {});
        DateRange nonsense = new DateRange("yesterday", null, true);

        assertThatThrownBy(() -> bench.answer(bench.client.searchPurchaseOrders(
                        PurchaseOrderSearch.updated(nonsense, 1, 10), Permission.ALWAYS)))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("Invalid request: UpdatedSince");
        assertThat(simulator.pos().requests(SEARCH_PURCHASE_ORDERS)).hasSize(1);
    }

    @Test
    void errorsUnderAStatusOfSuccessAreNoAnswer() {
        start(pos -> {});
        String id = place();
        simulator.faults().always(Fault.ERROR_IN_OK);

        assertThatThrownBy(() -> bench.answer(search())).isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrder(id, Permission.ALWAYS)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("it holds errors in place of what was asked for");
    }

    @Test
    void whatIsNoOrderIsNoAnswer() {
        simulator = Simulator.builder().build().start();
        for (String body : List.of("{}", "null", "[]", "{\"PurchaseOrderId\": \"\"}")) {
            bench = PosBench.with(request -> answer(200, body));
            assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrder("1", Permission.ALWAYS)))
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void anotherOrderThanWasAskedForIsNoAnswer() {
        simulator = Simulator.builder().build().start();
        bench = PosBench.with(request -> answer(200, "{\"PurchaseOrderId\": \"8\", \"POStatus\": \"Active\"}"));

        assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrder("7", Permission.ALWAYS)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("Account 'tickets-1', getPurchaseOrder")
                .hasMessageContaining("it is another order than was asked for: not 7 but 8");
        assertThatThrownBy(() -> bench.answer(bench.source(10).read(new Slice.Order("7"), null, Permission.ALWAYS)))
                .isInstanceOf(MalformedResponseException.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RATE_LIMITED", "INTERNAL_ERROR", "UNAVAILABLE", "UNAVAILABLE_WITHOUT_JSON", "CONNECTION_RESET"})
    void searchIsTriedAgainAlthoughItIsAPost(Fault fault) {
        start(pos -> {});
        simulator.faults().next(fault).times(2);

        assertThat(bench.answer(search()).items()).isEmpty();
    }

    @Test
    void whatDoesNotPassIsTransientForTheCaller() {
        start(pos -> {});
        simulator.faults().always(Fault.UNAVAILABLE_WITHOUT_JSON);

        assertThatThrownBy(() -> bench.answer(search())).isInstanceOf(TransientApiException.class);
    }

    @Test
    void wrongSecretIsToldToAPersonAndNotRepeated() {
        start(pos -> {});
        tickets.rotateSecret();

        assertThatThrownBy(() -> bench.answer(search()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("check apiKey and secretKey");
        assertThat(simulator.pos().requests()).hasSize(1);
    }

    @Test
    void requestsAreAsTheServiceWantsThem() {
        start(pos -> {});
        bench.answer(search());

        RecordedRequest request =
                simulator.pos().requests(SEARCH_PURCHASE_ORDERS).get(0);
        assertThat(request.query())
                .containsEntry("UpdatedSince.FromDate", "2026-03-02T00:00")
                .containsEntry("UpdatedSince.FilterByTime", "true")
                .containsEntry("Page", "1")
                .containsEntry("ItemsPerPage", "10")
                .doesNotContainKeys("Company", "PaymentStatus", "PurchaseOrderDate");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        assertThat(headers)
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry("Accept", "application/json")
                .doesNotContainKey("X-API-Version");
    }

    @Test
    void idsCannotLeaveTheirPlaceInThePath() {
        start(pos -> {});

        assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrder("../x?y=1", Permission.ALWAYS)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.client.getPayments("..", Query.NONE, Permission.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(simulator.pos().requests(GET_PAYMENTS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EnumForm.class)
    void enumerationsAreTextInWhicheverForm(EnumForm form) {
        start(pos -> pos.enums(form));
        String id = place();

        assertThat(bench.answer(bench.client.getPurchaseOrder(id, Permission.ALWAYS))
                        .body()
                        .paymentStatus())
                .isNotBlank();
        assertThat(bench.answer(search()).rows().get(0).paymentStatus()).isNotBlank();
    }

    @Test
    void aServiceThatEchoesEverythingGivesNothingAway() {
        simulator = Simulator.builder().build().start();
        for (int status : new int[] {200, 302, 400, 401, 403, 404, 409, 429, 500, 503}) {
            bench = PosBench.with(request ->
                    answer(status, "{\"Message\": \"you sent " + request.headers() + "\", \"Errors\": [{}]}"));
            assertThatThrownBy(() -> bench.answer(search()))
                    .isInstanceOf(ApiException.class)
                    .satisfies(failure -> {
                        StringWriter text = new StringWriter();
                        failure.printStackTrace(new PrintWriter(text));
                        assertThat(text.toString())
                                .doesNotContain(
                                        Canary.WORD,
                                        PosSignature.of(bench.account).sign("/POS/PurchaseOrders/Search"));
                    });
        }
        assertThat(bench.account.toString()).doesNotContain(Canary.WORD);
    }

    @Test
    void allOperationsOfAnAccountShareOneBudgetOfOneRequestAtATime() {
        start(pos -> {});
        RateBudgets budgets = new RateBudgets(bench.time);

        RateBudget search = PosLimits.of(bench.account, budgets).apply("searchPurchaseOrders");

        assertThat(PosLimits.of(bench.account, budgets).apply("getPurchaseOrder"))
                .isSameAs(search);
        assertThat(search.limit().senders()).isEqualTo(1);
        assertThat(search.limit().perSecond()).isEqualTo(50);
    }

    @Test
    void throttledSubscriberIsServedInTheEnd() {
        start(pos -> pos.throttle(2, Duration.ofSeconds(10)));
        for (int i = 0; i < 2; i++) {
            bench.answer(search());
        }
        // The simulator's clock stands still until somebody waits.
        CompletionStage<SearchPage> third = search();
        bench.time.advance(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(10));

        assertThat(bench.answer(third).items()).isEmpty();
        assertThat(simulator.pos().requests(SEARCH_PURCHASE_ORDERS))
                .extracting(RecordedRequest::status)
                .containsExactly(200, 200, 429, 200);
    }

    private void start(Consumer<PosOptions> options) {
        simulator = Simulator.builder().clock(clock).pos(options).build().start();
        tickets = simulator.pos().subscriber("tickets-1");
        bench = PosBench.at(simulator, tickets);
    }

    private String place() {
        return tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00"));
    }

    private CompletionStage<SearchPage> search() {
        return bench.client
                .searchPurchaseOrders(PurchaseOrderSearch.updated(TODAY, 1, 10), Permission.ALWAYS)
                .thenApply(Answer::body);
    }

    private static ApiResponse answer(int status, String body) {
        return ApiResponse.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
