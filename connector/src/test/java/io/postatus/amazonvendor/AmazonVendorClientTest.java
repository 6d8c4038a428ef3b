/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.simulator.amazon.AmazonOperation.GET_PURCHASE_ORDERS_STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.amazonvendor.wire.GetPurchaseOrdersStatusResponse;
import io.postatus.amazonvendor.wire.ItemQuantity;
import io.postatus.amazonvendor.wire.Millis;
import io.postatus.amazonvendor.wire.Money;
import io.postatus.amazonvendor.wire.OrderAcknowledgement;
import io.postatus.amazonvendor.wire.OrderAcknowledgementItem;
import io.postatus.amazonvendor.wire.OrderItemAcknowledgement;
import io.postatus.amazonvendor.wire.PartyIdentification;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementRequest;
import io.postatus.canary.Canary;
import io.postatus.core.camel.LogLines;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiException;
import io.postatus.core.http.AuthenticationException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.http.TransientApiException;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.amazon.AmazonOperation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against the simulator: tokens, refusals, repetitions, and that secrets stay secret. */
class AmazonVendorClientTest {

    private static final Query FULL = Query.NONE.with("limit", 100);

    /** The simulator's buckets fill by the real clock, which stands almost still beside ours. */
    private final Simulator simulator = Simulator.builder()
            .amazon(options -> options.rate(10_000).burst(10_000))
            .build()
            .start();

    private final AmazonAccount vendor = simulator.amazon().account("ACME1");
    private AmazonVendorBench bench;

    @BeforeEach
    void open() {
        bench = AmazonVendorBench.at(simulator, vendor);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void oneTokenServesManyCalls() {
        for (int i = 0; i < 5; i++) {
            bench.answer(status(FULL));
        }

        assertThat(simulator.amazon().tokenCalls()).isEqualTo(1);
    }

    @Test
    void callsAtTheSameTimeWaitForOneToken() {
        List<CompletionStage<Answer<GetPurchaseOrdersStatusResponse>>> calls =
                IntStream.range(0, 20).mapToObj(i -> status(FULL)).toList();

        calls.forEach(call -> assertThat(bench.answer(call).body().payload()).isNotNull());
        assertThat(simulator.amazon().tokenCalls()).isEqualTo(1);
    }

    @Test
    void tokenIsRenewedBeforeItExpires() {
        bench.answer(status(FULL));
        bench.time.advance(Duration.ofMinutes(56));
        bench.answer(status(FULL));

        assertThat(simulator.amazon().tokenCalls()).isEqualTo(2);
    }

    @Test
    void expiredTokenIsRenewedAndTheCallRepeatedOnce() {
        simulator.faults().next(Fault.EXPIRED_TOKEN);

        assertThat(bench.answer(status(FULL)).body()).isNotNull();
        assertThat(simulator.amazon().tokenCalls()).isEqualTo(2);
        assertThat(statuses()).containsExactly(403, 200);
    }

    @Test
    void tokenThatIsAlwaysExpiredIsNotRenewedForEver() {
        simulator.faults().always(Fault.EXPIRED_TOKEN);

        assertThatThrownBy(() -> bench.answer(status(FULL))).isInstanceOf(AuthenticationException.class);
        assertThat(statuses()).containsExactly(403, 403);
    }

    @ParameterizedTest
    @CsvSource({
        "REVOKED_TOKEN, authorize the application anew",
        "EXPIRED_SECRET, rotate clientSecret",
        "ACCESS_DENIED, check the application's role"
    })
    void otherRefusalsSayWhatAPersonCanDoAndAreNotRepeated(Fault fault, String advice) {
        simulator.faults().always(fault);

        assertThatThrownBy(() -> bench.answer(status(FULL)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(advice)
                .hasMessageContaining("Account 'ACME1', getPurchaseOrdersStatus: the service denied access (403");
        assertThat(statuses()).containsExactly(403);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_GRANT, invalid_grant, authorize the application anew",
        "INVALID_CLIENT, invalid_client, the clientId or the clientSecret is wrong"
    })
    void refusedCredentialsSayWhatAPersonCanDoAndAreNotRepeated(Fault fault, String code, String advice) {
        simulator.faults().always(fault);

        assertThatThrownBy(() -> bench.answer(status(FULL)))
                .isInstanceOfSatisfying(AuthenticationException.class, e -> assertThat(e.operation())
                        .isEqualTo("token"))
                .hasMessageContaining(code)
                .hasMessageContaining(advice);
        assertThat(simulator.amazon().tokenCalls()).isEqualTo(1);
        assertThat(statuses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN_INTERNAL_ERROR", "TOKEN_UNAVAILABLE"})
    void failingTokenServiceIsAskedAgain(Fault fault) {
        simulator.faults().next(fault).times(2);

        assertThat(bench.answer(status(FULL)).body()).isNotNull();
        assertThat(simulator.amazon().tokenCalls()).isEqualTo(3);
    }

    @Test
    void badRequestInTheMiddleOfARunOfPagesIsRepeated() {
        place(3);
        String token = nextToken(FULL.with("limit", 1));
        simulator.faults().next(Fault.TRANSIENT_BAD_REQUEST).times(2);

        Query second = FULL.with("limit", 1).with("nextToken", token);
        assertThat(bench.answer(status(second)).body().payload().ordersStatus()).hasSize(1);
        assertThat(statuses()).containsExactly(200, 400, 400, 200);
    }

    @Test
    void badRequestAtTheBeginningIsNotRepeated() {
        Query nonsense = FULL.with("purchaseOrderStatus", "AJAR");

        assertThatThrownBy(() -> bench.answer(status(nonsense))).isInstanceOf(RequestRejectedException.class);
        assertThat(statuses()).containsExactly(400);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RATE_LIMITED", "INTERNAL_ERROR", "UNAVAILABLE", "UNAVAILABLE_WITHOUT_JSON", "CONNECTION_RESET"})
    void whatPassesIsTriedAgain(Fault fault) {
        simulator.faults().next(fault).times(2);

        assertThat(bench.answer(status(FULL)).body()).isNotNull();
    }

    @Test
    void whatDoesNotPassIsTransientForTheCaller() {
        simulator.faults().always(Fault.UNAVAILABLE_WITHOUT_JSON);

        assertThatThrownBy(() -> bench.answer(status(FULL))).isInstanceOf(TransientApiException.class);
    }

    @Test
    void requestsAreAsAmazonWantsThem() {
        bench.answer(status(FULL.with("updatedAfter", Millis.of(Instant.parse("2026-02-27T10:00:00.123456Z")))
                .with("updatedBefore", Millis.of(Instant.parse("2026-03-02T10:00:00Z")))));

        RecordedRequest request =
                simulator.amazon().requests(GET_PURCHASE_ORDERS_STATUS).get(0);
        assertThat(request.query())
                .containsEntry("limit", "100")
                .containsEntry("updatedAfter", "2026-02-27T10:00:00.123Z")
                .containsEntry("updatedBefore", "2026-03-02T10:00:00Z")
                .hasSize(3);
        assertThat(request.headers().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Content-Type"));
    }

    @Test
    void ordersAreReadAnsweredAndTheirTransactionFollowed() {
        String number = place(1).get(0);

        assertThat(bench.answer(bench.client.getPurchaseOrder(number, Permission.ALWAYS))
                        .body()
                        .payload()
                        .purchaseOrderState())
                .isEqualTo("New");
        assertThat(bench.answer(bench.client.getPurchaseOrders(FULL, Permission.ALWAYS))
                        .body()
                        .payload()
                        .orders())
                .hasSize(1);
        String transaction = bench.answer(bench.client.submitAcknowledgement(accepting(number, 100), Permission.ALWAYS))
                .body()
                .payload()
                .transactionId();
        assertThat(bench.answer(bench.client.getTransaction(transaction, Permission.ALWAYS))
                        .body()
                        .payload()
                        .transactionStatus()
                        .status())
                .isEqualTo("Processing");
    }

    @Test
    void acknowledgementWhoseFateIsUnknownIsNotRepeated() {
        String number = place(1).get(0);
        simulator.faults().next(Fault.INTERNAL_ERROR).forOperation(AmazonOperation.SUBMIT_ACKNOWLEDGEMENT);

        assertThatThrownBy(() ->
                        bench.answer(bench.client.submitAcknowledgement(accepting(number, 100), Permission.ALWAYS)))
                .isInstanceOf(TransientApiException.class);
        assertThat(simulator.amazon().requests(AmazonOperation.SUBMIT_ACKNOWLEDGEMENT))
                .hasSize(1);
    }

    @Test
    void unknownOrderIsNotFound() {
        assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrder("0NOTHERE", Permission.ALWAYS)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(", getPurchaseOrder 0NOTHERE: ");
    }

    @Test
    void messageNamesTheOneOrderWhoseStatusIsAskedFor() {
        simulator.faults().next(Fault.ACCESS_DENIED);
        assertThatThrownBy(() -> bench.answer(bench.client.getPurchaseOrdersStatus(
                        Query.NONE.with("purchaseOrderNumber", "4Z 32"), Permission.ALWAYS)))
                .hasMessageContaining(", getPurchaseOrdersStatus 4Z%2032: the service denied access");
    }

    @Test
    void foreignDataCannotLeaveItsPlaceInThePath() {
        assertThatThrownBy(
                        () -> bench.answer(bench.client.getPurchaseOrder("../acknowledgements?x=1", Permission.ALWAYS)))
                .isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> bench.client.getPurchaseOrder("..", Permission.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noSecretIsInAnyLogOrException() {
        List<Throwable> failures = new ArrayList<>();
        try (LogLines logs = new LogLines()) {
            for (Fault fault : List.of(
                    Fault.INVALID_GRANT,
                    Fault.INVALID_CLIENT,
                    Fault.REVOKED_TOKEN,
                    Fault.REDIRECT,
                    Fault.CONNECTION_RESET,
                    Fault.INTERNAL_ERROR,
                    Fault.TRUNCATED_BODY,
                    Fault.RATE_LIMITED)) {
                simulator.faults().clear();
                simulator.faults().always(fault);
                AmazonVendorBench fresh = AmazonVendorBench.at(simulator, vendor);
                try {
                    fresh.answer(fresh.client.getPurchaseOrdersStatus(
                            FULL.with("nextToken", Canary.of("next-token")), Permission.ALWAYS));
                } catch (ApiException e) {
                    failures.add(e);
                }
                failures.add(new AssertionError(fresh.account.toString()));
            }
            assertThat(failures).hasSizeGreaterThanOrEqualTo(14);
            assertThat(logs.all())
                    .allSatisfy(line -> assertThat(Canary.in(line)).isEmpty());
        }
        failures.forEach(failure -> {
            for (Throwable at = failure; at != null; at = at.getCause()) {
                assertThat(Canary.in(at.toString())).isEmpty();
            }
        });
    }

    private List<String> place(int orders) {
        return IntStream.range(0, orders)
                .mapToObj(i -> vendor.place(order -> order.line("B0EXAMPLE1", 100)))
                .toList();
    }

    private String nextToken(Query query) {
        return bench.answer(status(query)).body().payload().pagination().nextToken();
    }

    private CompletionStage<Answer<GetPurchaseOrdersStatusResponse>> status(Query query) {
        return bench.client.getPurchaseOrdersStatus(query, Permission.ALWAYS);
    }

    private List<Integer> statuses() {
        return simulator.amazon().requests(GET_PURCHASE_ORDERS_STATUS).stream()
                .map(RecordedRequest::status)
                .toList();
    }

    private static SubmitAcknowledgementRequest accepting(String number, int units) {
        ItemQuantity quantity = new ItemQuantity(BigDecimal.valueOf(units), "Eaches", 1);
        return new SubmitAcknowledgementRequest(List.of(new OrderAcknowledgement(
                number,
                new PartyIdentification("ACME1", null, null),
                Instant.parse("2026-03-02T10:00:00.123456Z"),
                List.of(new OrderAcknowledgementItem(
                        "1",
                        "B0EXAMPLE1",
                        "4006381333931",
                        quantity,
                        new Money("EUR", new BigDecimal("12.50"), null),
                        null,
                        null,
                        List.of(new OrderItemAcknowledgement("Accepted", quantity, null, null, null)))))));
    }
}
