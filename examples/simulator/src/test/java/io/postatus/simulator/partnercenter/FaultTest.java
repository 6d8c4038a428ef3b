/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static io.postatus.simulator.partnercenter.PartnerCenterOperation.GET_ORDER;
import static io.postatus.simulator.partnercenter.PartnerCenterOperation.LIST_CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault by name does what it says, and then is over. */
class FaultTest extends PartnerFixture {
    private String id;

    @BeforeEach
    void placeAnOrder() {
        id = place();
        client.login();
    }

    @ParameterizedTest
    @CsvSource({
        "internal-error, 500, 800003",
        "unavailable, 503, 800003",
        "expired-token, 401, 400",
        "revoked-token, 401, 400",
        "access-denied, 403, 2032",
        "not-yet-found, 404, 20000",
    })
    void aRefusalHasTheDocumentedBody(String fault, int status, String code) {
        simulator.faults().next(Fault.of(fault)).times(2);

        for (int i = 0; i < 2; i++) {
            Reply reply = order(id);
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.code()).isEqualTo(code);
        }
        assertThat(order(id).status()).isEqualTo(200);
    }

    @Test
    void aStormSaysHowLongToWaitInSecondsOrAsADate() {
        simulator.faults().next(Fault.RATE_LIMITED).retryAfter(Duration.ofSeconds(57));
        Reply reply = order(id);
        assertThat(reply.header("Retry-After")).isEqualTo("57");
        assertThat(reply.body().path("message").asText()).isEqualTo("Rate limit is exceeded. Try again in 57 seconds.");

        simulator.faults().next(Fault.RATE_LIMITED).retryAfter(Duration.ofSeconds(57));
        simulator.faults().next(Fault.RETRY_AFTER_AS_DATE);
        assertThat(order(id).header("Retry-After")).isEqualTo("Mon, 2 Mar 2026 10:00:57 GMT");
    }

    @Test
    void aGatewayMayAnswerWithoutJson() {
        simulator.faults().next(Fault.UNAVAILABLE_WITHOUT_JSON);

        assertThat(order(id).header("Content-Type")).isEqualTo("text/html");
    }

    @Test
    void usersAloneAreRefusedForWantOfASecondFactor() {
        PartnerClient user = new PartnerClient(simulator, contoso, true);
        simulator.faults().always(Fault.MFA_REQUIRED);
        assertThat(client.get("/customers").status()).isEqualTo(200);
        assertThat(user.get("/customers").code()).isEqualTo("900421");

        simulator.faults().clear();
        simulator.faults().next(Fault.MFA_REQUIRED_WITHOUT_BODY);
        Reply reply = user.get("/customers");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void errorCodesMayBeNumbers() {
        simulator.faults().next(Fault.NUMERIC_ERROR_CODES);

        assertThat(order("unknown").body().path("code").isInt()).isTrue();
        assertThat(order("unknown").body().path("code").isTextual()).isTrue();
    }

    @Test
    void bodiesMayBreakOffOrNeverCome() {
        simulator.faults().next(Fault.TRUNCATED_BODY);
        assertThatThrownBy(() -> order(id)).isInstanceOf(UncheckedIOException.class);
        simulator.faults().always(Fault.CONNECTION_RESET);
        assertThatThrownBy(() -> order(id)).isInstanceOf(UncheckedIOException.class);

        simulator.faults().off(Fault.CONNECTION_RESET);
        assertThat(order(id).status()).isEqualTo(200);
    }

    @Test
    void bodiesMayBeSlowOrLate() {
        simulator.faults().next(Fault.SLOW_DRIP).delay(Duration.ofNanos(100_000));
        long start = System.nanoTime();
        Reply reply = order(id);
        assertThat(System.nanoTime() - start).isGreaterThan(reply.response().body().length * 100_000L);

        simulator.faults().next(Fault.LATENCY).delay(Duration.ofMillis(150));
        start = System.nanoTime();
        order(id);
        assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }

    @Test
    void documentsMayKeepLessThanTheyPromise() {
        simulator.faults().next(Fault.UNKNOWN_WORDS);
        assertThat(order(id).body().path("status").asText()).isEqualTo("something_new");
        simulator.faults().next(Fault.UNKNOWN_FIELDS);
        assertThat(order(id).body().at("/lineItems/0/futureField/futureWord").asText())
                .isEqualTo("something_new");
        simulator.faults().next(Fault.MISSING_FIELDS);
        assertThat(order(id).body().has("billingCycle")).isFalse();
        simulator.faults().next(Fault.MISSING_FIELDS).names("links");
        assertThat(order(id).body().has("links")).isFalse();
        simulator.faults().next(Fault.NULL_FIELDS);
        assertThat(order(id).body().path("billingCycle").isNull()).isTrue();
        simulator.faults().next(Fault.NUMBERS_FOR_ENUMS);
        assertThat(order(id).body().path("status").isInt()).isTrue();
        simulator.faults().next(Fault.OFFSET_DATES);
        assertThat(order(id).body().path("creationDate").asText()).isEqualTo("2026-03-02T02:00-08:00");
        assertThat(order(id).body()).isEqualTo(fabrikam.document(id));
    }

    @Test
    void theFormOfTheBodyMayDiffer() {
        simulator.faults().next(Fault.BOM);
        assertThat(order(id).response().body()).startsWith(0xEF, 0xBB, 0xBF, '{');
        simulator.faults().next(Fault.NO_CHARSET);
        assertThat(order(id).header("Content-Type")).isEqualTo("application/json");
        simulator.faults().next(Fault.GZIP_BOMB);
        assertThat(order(id).header("Content-Encoding")).isEqualTo("gzip");
        simulator.faults().next(Fault.REDIRECT);
        assertThat(order(id).header("Location")).startsWith("http://localhost:" + simulator.port() + "/v1/customers/");
    }

    @Test
    void aStaleListShowsAnEarlierWorld() {
        clock.advance(Duration.ofMinutes(50));
        assertThat(orders().ids()).containsExactly(id);
        simulator.faults().next(Fault.STALE_LIST);
        assertThat(orders().ids()).isEmpty();
        simulator.faults().next(Fault.STALE_LIST).delay(Duration.ofMinutes(1));
        assertThat(orders().ids()).containsExactly(id);
    }

    @Test
    void theOrderChangedLastFlipsBackBeforeItIsRead() {
        clock.advance(Duration.ofMinutes(1));
        fabrikam.complete(id);
        simulator.faults().next(Fault.FLIP_BACK);

        assertThat(order(id).body().path("status").asText()).isEqualTo("pending_po_upload");
        assertThat(simulator.truth().versions("contoso", id)).hasSize(3);
    }

    @Test
    void emptyPagesWithNextLinksLoseNothing() {
        List.of("A", "B", "C").forEach(contoso::customer);
        simulator.faults().next(Fault.EMPTY_PAGE_WITH_TOKEN).times(2);

        Reply first = client.get("/customers?size=2");
        assertThat(first.items()).isEmpty();
        Reply second = client.follow(next(first));
        assertThat(second.items()).isEmpty();
        assertThat(next(second)).isNotEqualTo(next(first));
        assertThat(client.follow(next(second)).items()).hasSize(2);
        simulator.faults().next(Fault.EMPTY_PAGE_WITH_TOKEN).onPage(2);
        assertThat(client.all("/customers?size=3")).hasSize(4);
    }

    @Test
    void aRepeatedTokenAsksForTheSamePageForEver() {
        IntStream.range(0, 5).forEach(i -> contoso.customer("C" + i));
        simulator.faults().always(Fault.REPEATED_TOKEN);

        JsonNode link = next(client.get("/customers?size=2"));
        assertThat(next(client.follow(link))).isEqualTo(link);
    }

    @Test
    void aPageMayBeRefusedOnce() {
        IntStream.range(0, 5).forEach(i -> contoso.customer("C" + i));
        simulator.faults().next(Fault.TRANSIENT_BAD_REQUEST);

        JsonNode link = next(client.get("/customers?size=2"));
        assertThat(client.follow(link).status()).isEqualTo(400);
        assertThat(client.follow(link).status()).isEqualTo(200);
    }

    @Test
    void aNextLinkToAnotherHostTellsWhoTookTheTokenAlong() {
        contoso.customer("Northwind");
        simulator.faults().next(Fault.FOREIGN_NEXT_LINK);
        JsonNode link = next(client.get("/customers?size=1"));
        assertThat(link.path("uri").asText()).startsWith("http://localhost:" + simulator.port() + "/v1/customers?");

        client.trust(link);
        RecordedRequest betrayed =
                simulator.partnerCenter().requests(LIST_CUSTOMERS).get(1);
        assertThat(betrayed.headers().get("host")).startsWith("localhost");
        assertThat(betrayed.account()).isEqualTo("contoso");
    }

    @Test
    void aFaultKeepsToItsLimits() {
        simulator.faults().always(Fault.INTERNAL_ERROR).forOperation(GET_ORDER);
        simulator.faults().always(Fault.UNAVAILABLE).forAccount("other");

        assertThat(orders().status()).isEqualTo(200);
        assertThat(order(id).status()).isEqualTo(500);
        PartnerTenant other = simulator.partnerCenter().tenant("other");
        assertThat(new PartnerClient(simulator, other, false).get("/customers").status())
                .isEqualTo(503);
    }

    private static JsonNode next(Reply reply) {
        return reply.body().at("/links/next");
    }
}
