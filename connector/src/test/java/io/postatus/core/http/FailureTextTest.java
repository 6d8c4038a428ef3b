/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.time.VirtualTimeline;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a person reads: what happened, to whom, what happens next, what can be done. */
class FailureTextTest {

    private static final ApiRequest ORDER =
            ApiRequest.get("getOrder", "/orders").segment("4Z 1");

    private final VirtualTimeline time = new VirtualTimeline();

    @Test
    void whatTheServiceDoesNotKnow() {
        assertThat(failure(404))
                .hasMessage("Account 'acme', getOrder 4Z%201: the service does not know it (404, request r-1). The"
                        + " request was not repeated. Check the number, and that it belongs to this account.");
    }

    @Test
    void whatTheServiceRejects() {
        assertThat(failure(400))
                .hasMessage("Account 'acme', getOrder 4Z%201: the service rejected the request (400, request r-1). The"
                        + " same request would be rejected again. Check its values.");
    }

    @Test
    void aRedirect() {
        assertThat(failure(399))
                .hasMessage("Account 'acme', getOrder 4Z%201: the service sent us elsewhere, and redirects are never"
                        + " followed (399, request r-1). Check the service's URL.");
    }

    @Test
    void tooManyRequests() {
        assertThat(failure(429))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("the service refused for too many requests (429, request r-1), 5 times")
                .hasMessageContaining("find out who else uses the account, or lower its rate");
    }

    @Test
    void theExceptionSaysToWhomAndInWhatItHappened() {
        ApiException failure = (ApiException) failure(500);

        assertThat(failure.account()).isEqualTo("acme");
        assertThat(failure.operation()).isEqualTo("getOrder");
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.requestId()).isEqualTo("r-1");
    }

    @Test
    void anAnswerThatMakesNoSenseSaysToWhomAndInWhatItWasGiven() {
        Answer<String> answer = new Answer<>("", ApiResponse.of(206, Map.of(), new byte[0]), "r-1");

        MalformedResponseException failure =
                MalformedResponseException.in(answer, "acme", "getOrders", "two pages are one. Ask the service.");

        assertThat(failure).hasMessage("Account 'acme', getOrders: two pages are one. Ask the service.");
        assertThat(failure.status()).isEqualTo(206);
        assertThat(failure.requestId()).isEqualTo("r-1");
    }

    @Test
    void whatIsAboutNothingNamesNothing() {
        assertThat(ApiRequest.get("getOrders", "/orders").about(null).subject()).isEmpty();
        assertThat(ORDER.about("line/2").subject()).isEqualTo("4Z%201/line%2F2");
    }

    @Test
    void whatHoldsABodySaysOnlyHowLongItIs() {
        assertThat(new FormPart("POFiles", "a.pdf", "application/pdf", new byte[3]))
                .hasToString("FormPart[POFiles, 3 bytes]");
        assertThat(ApiResponse.of(200, Map.of(), new byte[3])).hasToString("ApiResponse[200, 3 bytes]");
        assertThat(new WireRequest("GET", URI.create("https://host/a%20b?token=x"), Map.of(), new byte[0]))
                .hasToString("GET /a%20b");
        assertThat(new OAuthToken("a", null, "b")).hasToString("OAuthToken[***, expiresIn=null]");
    }

    @Test
    void aSuccessIsFrom200To299() {
        assertThat(ApiResponse.of(199, Map.of(), new byte[0]).successful()).isFalse();
        assertThat(ApiResponse.of(200, Map.of(), new byte[0]).successful()).isTrue();
        assertThat(ApiResponse.of(299, Map.of(), new byte[0]).successful()).isTrue();
        assertThat(ApiResponse.of(300, Map.of(), new byte[0]).successful()).isFalse();
    }

    @Test
    void figuresOfTwoBudgetsAddUp() {
        assertThat(new RateFigures(1, 2, 0.5, 3, 4).plus(new RateFigures(10, 20, 5, 30, 40)))
                .isEqualTo(new RateFigures(11, 22, 5.5, 33, 44));
    }

    private Throwable failure(int status) {
        CompletableFuture<ApiResponse> result = HttpExchange.of("acme", URI.create("https://host"))
                .transport(request -> ApiResponse.of(status, Map.of("x-request-id", "r-1"), new byte[0]))
                .timeline(time)
                .requestIdHeader("x-request-id")
                .budgets(operation -> new RateBudget(RateLimit.UNPUBLISHED, time))
                .build()
                .send(ORDER, Permission.ALWAYS)
                .toCompletableFuture();
        time.runUntilIdle();
        assertThat(result).isCompletedExceptionally();
        return result.handle((response, failure) -> failure).join();
    }
}
