/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static io.postatus.simulator.amazon.AmazonOperation.GET_PURCHASE_ORDER;
import static io.postatus.simulator.amazon.AmazonOperation.GET_PURCHASE_ORDERS_STATUS;
import static io.postatus.simulator.amazon.AmazonOperation.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.FaultRule;
import io.postatus.simulator.SimulatorBuilder;
import io.postatus.simulator.amazon.VendorClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault by name does what it says, and then is over. */
class FaultTest extends AmazonFixture {
    private String number;

    @Override
    SimulatorBuilder setUp(SimulatorBuilder builder) {
        return builder.amazon(amazon -> amazon.rate(1_000).burst(10_000));
    }

    @BeforeEach
    void placeAnOrder() {
        number = place();
        client.login();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "rate-limited, 429, QuotaExceeded, \"\"",
                "internal-error, 500, InternalFailure, \"\"",
                "unavailable, 503, ServiceUnavailable, \"\"",
                "expired-token, 403, Unauthorized, The access token you provided has expired.",
                "revoked-token, 403, Unauthorized, \"The access token you provided is revoked, malformed or invalid.\"",
                "expired-secret, 403, Unauthorized, The LWA secret token you provided has expired.",
                "access-denied, 403, Unauthorized, \"\"",
            })
    void aRefusalHasTheDocumentedBody(String fault, int status, String code, String details) {
        simulator.faults().next(Fault.of(fault)).times(2);

        for (int i = 0; i < 2; i++) {
            Reply reply = today();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.code()).isEqualTo(code);
            assertThat(reply.details()).isEqualTo(details);
            assertThat(reply.header("x-amzn-RateLimit-Limit")).isNull();
        }
        assertThat(today().status()).isEqualTo(200);
    }

    @Test
    void aGatewayMayAnswerWithoutJson() {
        simulator.faults().next(Fault.UNAVAILABLE_WITHOUT_JSON);

        Reply reply = today();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    }

    @Test
    void aStormMaySayHowLongToWait() {
        simulator.faults().next(Fault.RATE_LIMITED).retryAfter(Duration.ofSeconds(7));

        assertThat(today().header("Retry-After")).isEqualTo("7");
    }

    @Test
    void aResetConnectionHasNoAnswer() {
        // The client in use here repeats a GET of its own accord when a kept connection fails.
        simulator.faults().always(Fault.CONNECTION_RESET);
        assertThatThrownBy(this::today).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.amazon().requests(GET_PURCHASE_ORDERS_STATUS)).allMatch(request -> request.status() == 0);

        simulator.faults().off(Fault.CONNECTION_RESET);
        assertThat(today().status()).isEqualTo(200);
    }

    @Test
    void aTruncatedBodyBreaksOff() {
        simulator.faults().next(Fault.TRUNCATED_BODY);

        // The client in use here does not complain; the promised length tells.
        Reply reply = today();
        assertThat(reply.bytes().length).isPositive().isLessThan(Integer.parseInt(reply.header("Content-Length")));
    }

    @Test
    void aDrippingBodyIsSlowButWhole() {
        simulator.faults().next(Fault.SLOW_DRIP).delay(Duration.ofNanos(200_000));

        long start = System.nanoTime();
        Reply reply = today();
        assertThat(reply.numbers()).containsExactly(number);
        assertThat(System.nanoTime() - start).isGreaterThan(reply.bytes().length * 200_000L);
    }

    @Test
    void anAnswerMayBeLate() {
        simulator.faults().next(Fault.LATENCY).delay(Duration.ofMillis(150));

        long start = System.nanoTime();
        assertThat(today().status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }

    @Test
    void emptyPagesWithTokensLoseNothing() {
        IntStream.range(0, 5).forEach(i -> place());
        simulator.faults().next(Fault.EMPTY_PAGE_WITH_TOKEN).times(3);

        Reply first = today();
        assertThat(first.numbers()).isEmpty();
        Reply second = today(first.nextToken());
        assertThat(second.numbers()).isEmpty();
        assertThat(second.nextToken()).isNotNull().isNotEqualTo(first.nextToken());
        assertThat(client.all(
                        VendorClient.STATUS,
                        "limit",
                        "2",
                        "sortOrder",
                        "ASC",
                        "createdAfter",
                        DAY_START,
                        "createdBefore",
                        DAY_END))
                .hasSize(6);
    }

    @Test
    void aTransientBadRequestStrikesThePageThatIsNamed() {
        IntStream.range(0, 5).forEach(i -> place());
        simulator.faults().next(Fault.TRANSIENT_BAD_REQUEST).onPage(3);

        Reply second = page(page(null).nextToken());
        assertThat(second.status()).isEqualTo(200);
        assertThat(page(second.nextToken()).code()).isEqualTo("InvalidInput");
        assertThat(page(second.nextToken()).status()).isEqualTo(200);
    }

    @Test
    void aRepeatedTokenAsksForTheSamePageForEver() {
        IntStream.range(0, 5).forEach(i -> place());
        simulator.faults().always(Fault.REPEATED_TOKEN);

        String token = page(null).nextToken();
        assertThat(page(token).nextToken()).isEqualTo(token);
    }

    @Test
    void aListMayLeaveOutOrdersThatAreFoundByNumber() {
        String other = place();
        simulator.faults().always(Fault.ROWS_LEFT_OUT).names(number);

        assertThat(today().numbers()).containsExactly(other);
        assertThat(client.status("purchaseOrderNumber", number).numbers()).containsExactly(number);

        simulator.faults().off(Fault.ROWS_LEFT_OUT);
        String first = today().numbers().get(0);
        simulator.faults().next(Fault.ROWS_LEFT_OUT);
        assertThat(today().numbers()).hasSize(1).doesNotContain(first);
        assertThat(today().numbers()).contains(first);
    }

    @Test
    void aFilterMayBeIgnored() {
        simulator.faults().next(Fault.IGNORED_FILTER);
        assertThat(client.status("purchaseOrderStatus", "CLOSED").numbers()).containsExactly(number);
        simulator.faults().next(Fault.IGNORED_FILTER).names("shipToPartyId");
        assertThat(client.status("shipToPartyId", "NOWHERE").numbers()).containsExactly(number);
        assertThat(client.status("shipToPartyId", "NOWHERE").numbers()).isEmpty();
    }

    @Test
    void ascendingOrderWithAnOpenRangeMayBeRefused() {
        simulator.faults().always(Fault.ASCENDING_REFUSED);

        assertThat(client.status("sortOrder", "ASC", "updatedAfter", DAY_START).status())
                .isEqualTo(400);
        assertThat(client.status("sortOrder", "ASC", "updatedAfter", DAY_START, "updatedBefore", DAY_END)
                        .status())
                .isEqualTo(200);
        assertThat(client.status("sortOrder", "DESC", "updatedAfter", DAY_START).status())
                .isEqualTo(200);
    }

    @Test
    void documentsMayKeepLessThanTheyPromise() {
        simulator.faults().next(Fault.UNKNOWN_WORDS);
        assertThat(row().path("purchaseOrderStatus").asText()).isEqualTo("SOMETHING_NEW");
        simulator.faults().next(Fault.UNKNOWN_WORDS).names("confirmationStatus");
        assertThat(row().at("/itemStatus/0/acknowledgementStatus/confirmationStatus")
                        .asText())
                .isEqualTo("SOMETHING_NEW");
        simulator.faults().next(Fault.UNKNOWN_FIELDS);
        assertThat(row().at("/itemStatus/0/futureField/futureWord").asText()).isEqualTo("SOMETHING_NEW");
        simulator.faults().next(Fault.MISSING_FIELDS);
        JsonNode without = row();
        assertThat(without.has("lastUpdatedDate")).isFalse();
        assertThat(without.at("/itemStatus/0").has("receivingStatus")).isFalse();
        simulator.faults().next(Fault.UPPERCASE_UNITS);
        assertThat(row().findValuesAsText("unitOfMeasure")).contains("EACHES");
        simulator.faults().next(Fault.NUMBERS_FOR_ENUMS);
        assertThat(row().path("purchaseOrderStatus").isInt()).isTrue();
        assertThat(row()).isEqualTo(acme.document(number));
    }

    @Test
    void aByteOrderMarkPrecedesTheBody() {
        simulator.faults().next(Fault.BOM);

        assertThat(today().bytes()).startsWith(0xEF, 0xBB, 0xBF, '{');
    }

    @Test
    void aRedirectLeadsToAnotherHost() {
        simulator.faults().next(Fault.REDIRECT);

        Reply reply = today();
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).startsWith("http://localhost:" + simulator.port() + "/vendor/");
    }

    @Test
    void aGzipBombGrowsAThousandfold() throws IOException {
        simulator.faults().next(Fault.GZIP_BOMB);

        Reply reply = today();
        assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(reply.bytes().length).isLessThan(1 << 20);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.bytes()))) {
            in.skipNBytes(200L << 20);
        }
    }

    @Test
    void theRateMayStayUntold() {
        simulator.faults().next(Fault.NO_RATE_LIMIT_HEADER);

        assertThat(today().header("x-amzn-RateLimit-Limit")).isNull();
        assertThat(today().header("x-amzn-RateLimit-Limit")).isEqualTo("1000.0");
    }

    @Test
    void theLatestOrderFlipsBackBeforeItIsRead() {
        acme.accept(number);
        simulator.faults().next(Fault.FLIP_BACK);
        clock.advance(Duration.ofMinutes(1));
        assertThat(row().at("/itemStatus/0/acknowledgementStatus/confirmationStatus")
                        .asText())
                .isEqualTo("UNCONFIRMED");
        assertThat(row().path("lastUpdatedDate").asText()).isEqualTo("2026-03-02T10:01:00.000Z");

        simulator.faults().next(Fault.FLIP_BACK_SILENT);
        assertThat(row().path("lastUpdatedDate").asText()).isEqualTo("2026-03-02T10:00:00.000Z");
        assertThat(row())
                .isEqualTo(simulator.truth().latestVisible("ACME1").get(number).document());
    }

    @Test
    void aFaultKeepsToItsLimits() {
        simulator.faults().always(Fault.INTERNAL_ERROR).forOperation(GET_PURCHASE_ORDER);
        simulator.faults().always(Fault.UNAVAILABLE).forAccount("OTHER");
        assertThat(today().status()).isEqualTo(200);
        assertThat(client.get(VendorClient.ORDERS + "/" + number).status()).isEqualTo(500);
        assertThat(new VendorClient(simulator, simulator.amazon().account("OTHER"))
                        .status()
                        .status())
                .isEqualTo(503);

        simulator.faults().clear();
        assertThat(client.get(VendorClient.ORDERS + "/" + number).status()).isEqualTo(200);
    }

    @Test
    void aFaultStrikesTheTokenEndpointOnlyWhenItIsNamed() {
        simulator.faults().always(Fault.BOM);
        assertThat(client.login().bytes()).startsWith('{');
        simulator.faults().always(Fault.BOM).forOperation(TOKEN);
        assertThat(client.login().bytes()).startsWith(0xEF);
    }

    @Test
    void aProbabilityIsKeptAndDrawnFromTheSeed() {
        simulator.faults().always(Fault.INTERNAL_ERROR).probability(0.3);
        List<Integer> statuses = IntStream.range(0, 200)
                .map(i -> client.status().status())
                .boxed()
                .toList();

        assertThat(statuses.stream().filter(status -> status == 500).count()).isBetween(40L, 80L);
        assertThatThrownBy(() -> simulator.faults().next(Fault.BOM).probability(2))
                .hasMessageContaining("between 0 and 1");
    }

    @Test
    void clearingLeavesReceiptsAsTheBuilderSaid() {
        simulator.faults().clear();
        clock.advance(Duration.ofMinutes(1));
        acme.receive(number, 1, 1);
        assertThat(acme.document(number).path("lastUpdatedDate").asText()).isEqualTo("2026-03-02T10:00:00.000Z");

        simulator.faults().off(Fault.SILENT_RECEIPT);
        acme.receive(number, 1, 1);
        assertThat(acme.document(number).path("lastUpdatedDate").asText()).isEqualTo("2026-03-02T10:01:00.000Z");
    }

    @Test
    void answersAreDatedByTheWorldsClock() {
        assertThat(today().header("Date")).isEqualTo("Mon, 02 Mar 2026 10:00:00 GMT");
    }

    @Test
    void everyFaultHasANameAndAnUnknownOneIsRefusedWithAllOfThem() {
        for (Fault fault : Fault.values()) {
            assertThat(Fault.of(fault.id())).isEqualTo(fault);
        }
        assertThatThrownBy(() -> Fault.of("gremlins")).hasMessageContaining("gzip-bomb");
        FaultRule unused = simulator.faults().next(Fault.BOM).times(0);
        assertThat(unused).isNotNull();
        assertThat(today().bytes()).startsWith('{');
    }

    private JsonNode row() {
        return today().rows().get(0);
    }

    private Reply today(String token) {
        return client.status("updatedAfter", DAY_START, "updatedBefore", DAY_END, "nextToken", token);
    }

    private Reply page(String token) {
        return token == null
                ? client.status("limit", "2", "createdAfter", DAY_START, "createdBefore", DAY_END)
                : client.status("limit", "2", "createdAfter", DAY_START, "createdBefore", DAY_END, "nextToken", token);
    }
}
