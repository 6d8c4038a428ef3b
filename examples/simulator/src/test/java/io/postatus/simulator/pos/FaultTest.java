/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static io.postatus.simulator.pos.PosOperation.GET_PURCHASE_ORDER;
import static io.postatus.simulator.pos.PosOperation.SEARCH_PURCHASE_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.pos.PosClient.Reply;
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
class FaultTest extends PosFixture {
    private String id;

    @BeforeEach
    void placeAnOrder() {
        id = place();
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, Too many requests.",
        "internal-error, 500, An error has occurred.",
        "unavailable, 503, The service is unavailable.",
        "revoked-token, 401, Authorization has been denied for this request.",
        "access-denied, 403, Access to the resource is forbidden.",
    })
    void aRefusalHasTheErrorShape(String fault, int status, String message) {
        simulator.faults().next(Fault.of(fault)).times(2);

        for (int i = 0; i < 2; i++) {
            Reply reply = today();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.message()).isEqualTo(message);
            assertThat(reply.header("Retry-After")).isNull();
        }
        assertThat(today().status()).isEqualTo(200);
    }

    @Test
    void aStormMaySayHowLongToWait() {
        simulator.faults().next(Fault.RATE_LIMITED).retryAfter(Duration.ofSeconds(7));

        assertThat(today().header("Retry-After")).isEqualTo("7");
    }

    @Test
    void anErrorMayHaveNoJsonOrNoErrorStatus() {
        simulator.faults().next(Fault.UNAVAILABLE_WITHOUT_JSON);
        assertThat(today().header("Content-Type")).isEqualTo("text/html");
        simulator.faults().next(Fault.ERROR_IN_OK);
        Reply old = today();
        assertThat(old.status()).isEqualTo(200);
        assertThat(old.body().at("/Errors/0/ErrorCode").asInt()).isEqualTo(1);
    }

    @Test
    void aLaterPageMayBeRefusedWithoutAWord() {
        simulator.faults().next(Fault.TRANSIENT_BAD_REQUEST);
        assertThat(today().status()).isEqualTo(200);
        Reply second = client.search("{\"Page\": 2}");
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.bytes()).isEmpty();
        assertThat(client.search("{\"Page\": 2}").status()).isEqualTo(200);
    }

    @Test
    void connectionsBreak() {
        simulator.faults().always(Fault.CONNECTION_RESET);
        assertThatThrownBy(this::today).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.pos().requests(SEARCH_PURCHASE_ORDERS)).allMatch(request -> request.status() == 0);
        simulator.faults().off(Fault.CONNECTION_RESET);

        simulator.faults().next(Fault.TRUNCATED_BODY);
        assertThatThrownBy(this::today).isInstanceOf(UncheckedIOException.class);
        assertThat(today().ids()).containsExactly(id);
    }

    @Test
    void answersAreSlowInTwoWays() {
        simulator.faults().next(Fault.LATENCY).delay(Duration.ofMillis(150));
        long start = System.nanoTime();
        today();
        assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);

        simulator.faults().next(Fault.SLOW_DRIP).delay(Duration.ofNanos(200_000));
        start = System.nanoTime();
        Reply dripping = today();
        assertThat(dripping.ids()).containsExactly(id);
        assertThat(System.nanoTime() - start).isGreaterThan(dripping.bytes().length * 200_000L);
    }

    @Test
    void documentsMayKeepLessThanTheyPromise() {
        simulator.faults().next(Fault.UNKNOWN_WORDS);
        assertThat(order().path("POStatus").asText()).isEqualTo("SomethingNew");
        simulator.faults().next(Fault.UNKNOWN_WORDS).names("PaymentStatus");
        assertThat(row().path("PaymentStatus").asInt()).isEqualTo(4711);
        simulator.faults().next(Fault.NUMBERS_FOR_ENUMS);
        assertThat(order().path("ShippingStatus").isInt()).isTrue();
        simulator.faults().next(Fault.UNKNOWN_FIELDS);
        assertThat(order().at("/Items/0/FutureField/FutureWord").asText()).isEqualTo("SomethingNew");
        simulator.faults().next(Fault.MISSING_FIELDS);
        assertThat(order().has("POStatus")).isFalse();
        simulator.faults().next(Fault.MISSING_FIELDS).names("TotalPages");
        assertThat(today().body().has("TotalPages")).isFalse();
        assertThat(order()).isEqualTo(tickets.document(id));
    }

    @Test
    void aFilterMayBeIgnored() {
        simulator.faults().next(Fault.IGNORED_FILTER);
        assertThat(client.search(window("2026-01-01T00:00", "2026-01-02T00:00")).ids())
                .containsExactly(id);
        simulator.faults().next(Fault.IGNORED_FILTER).names("Page");
        assertThat(client.search("{\"Page\": 2}").ids()).containsExactly(id);
        assertThat(client.search("{\"Page\": 2}").ids()).isEmpty();
    }

    @Test
    void countsMayBeWrong() {
        simulator.faults().next(Fault.WRONG_RECORDS);
        assertThat(today().body().path("Records").asInt()).isEqualTo(2);
        simulator.faults().next(Fault.WRONG_RECORDS).names("TotalPages");
        Reply reply = today();
        assertThat(reply.body().path("TotalPages").asInt()).isEqualTo(2);
        assertThat(reply.body().path("Records").asInt()).isEqualTo(1);
    }

    @Test
    void theOrderOfRowsMayMoveWhateverWasAsked() {
        IntStream.range(0, 9).forEach(i -> place());
        String sorted = "{\"OrderBy\": \"PONumber\"}";
        List<String> right = client.search(sorted).ids();
        simulator.faults().next(Fault.ROW_ORDER_MOVES);

        assertThat(client.search(sorted).ids()).isNotEqualTo(right).hasSameElementsAs(right);
        assertThat(client.search(sorted).ids()).isEqualTo(right);
    }

    @Test
    void bodiesMayBeUnwelcome() throws IOException {
        simulator.faults().next(Fault.BOM);
        assertThat(today().bytes()).startsWith(0xEF, 0xBB, 0xBF, '{');
        simulator.faults().next(Fault.REDIRECT);
        Reply redirect = today();
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).startsWith("http://localhost:" + simulator.port() + "/POS/");
        simulator.faults().next(Fault.GZIP_BOMB);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(today().bytes()))) {
            in.skipNBytes(200L << 20);
        }
    }

    @Test
    void theLatestOrderFlipsBackBeforeItIsRead() {
        tickets.pay(id);
        simulator.faults().next(Fault.FLIP_BACK);
        clock.advance(Duration.ofMinutes(1));
        assertThat(row().path("PaymentStatus").asInt()).isEqualTo(1);
        assertThat(row().path("DateUpdated").asText()).isEqualTo("2026-03-02T10:01");

        simulator.faults().next(Fault.FLIP_BACK_SILENT);
        assertThat(row().path("DateUpdated").asText()).isEqualTo("2026-03-02T10:00");
        assertThat(order().path("PaymentStatus").asText()).isEqualTo("Paid");
    }

    @Test
    void aChangeMayNotMoveTheDateOfUpdate() {
        clock.advance(Duration.ofMinutes(30));
        simulator.faults().next(Fault.SILENT_CHANGE);
        tickets.pay(id);

        assertThat(client.search(window("2026-03-02T10:01", "2026-03-02T11:00")).ids())
                .isEmpty();
        assertThat(order().path("PaymentStatus").asText()).isEqualTo("Paid");
    }

    @Test
    void aFaultKeepsToItsOperationAccountAndPage() {
        simulator.faults().always(Fault.INTERNAL_ERROR).forOperation(GET_PURCHASE_ORDER);
        simulator.faults().always(Fault.UNAVAILABLE).forAccount("tickets-2");
        simulator.faults().always(Fault.RATE_LIMITED).onPage(3);

        assertThat(today().status()).isEqualTo(200);
        assertThat(client.one(id).status()).isEqualTo(500);
        assertThat(client.search("{\"Page\": 3}").status()).isEqualTo(429);
        simulator.faults().clear();
        assertThat(client.one(id).status()).isEqualTo(200);
    }

    private JsonNode order() {
        return client.one(id).body();
    }

    private JsonNode row() {
        return today().rows().get(0);
    }
}
