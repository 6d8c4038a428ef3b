/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.canary.Canary;
import io.postatus.core.auth.Authenticator;
import io.postatus.core.auth.Credentials;
import io.postatus.core.time.VirtualTimeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants a secret wherever one can be and looks for it wherever something is printed. */
class SecretsStayInsideTest {

    private static final String CANARY = Canary.of("|s3cret/+");
    private static final String ENCODED = PercentEncoding.encode(CANARY);
    private static final ApiRequest REQUEST = ApiRequest.post("submit", "/acks")
            .query("nextToken", CANARY)
            .header("MS-ContinuationToken", CANARY)
            .form(Map.of("client_secret", CANARY));

    private final VirtualTimeline time = new VirtualTimeline();

    /** A service that answers with everything it was sent. */
    private static ApiResponse echo(int status, WireRequest request) {
        String all =
                request.target() + " " + request.headers() + " " + new String(request.body(), StandardCharsets.UTF_8);
        return ApiResponse.of(status, Map.of("X-Echo", CANARY), all.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 429, 500, 503})
    void aServiceThatEchoesEverythingGivesNothingAway(int status) {
        assertThat(printed(failure(request -> echo(status, request)))).doesNotContain(CANARY, ENCODED, "s3cret");
    }

    @Test
    void aBrokenConnectionGivesNothingAway() {
        assertThat(printed(failure(request -> {
                    throw new IOException("the connection broke");
                })))
                .doesNotContain(CANARY, ENCODED);
    }

    @Test
    void aServicesEssayIsShortenedToOneLine() {
        Throwable failure = failure(
                request -> ApiResponse.of(400, Map.of(), ("line\r\n".repeat(1000)).getBytes(StandardCharsets.UTF_8)));
        assertThat(failure.getMessage()).hasSizeLessThan(600).doesNotContain("\n", "\r");
    }

    @Test
    void nothingThatHoldsASecretPrintsIt() {
        WireRequest wire = new WireRequest(
                "POST", URI.create("https://host/acks?t=" + ENCODED), Map.of("X-Token", CANARY), CANARY.getBytes());
        for (Object holder : new Object[] {
            REQUEST,
            REQUEST.query(),
            wire,
            echo(200, wire),
            Credentials.of(Map.of("X-Token", CANARY)),
            Redaction.of(REQUEST, Credentials.of(Map.of("X-Token", CANARY)))
        }) {
            assertThat(holder.toString()).doesNotContain(CANARY, ENCODED);
        }
        assertThat(REQUEST).hasToString("submit POST /acks");
    }

    private Throwable failure(Transport service) {
        Authenticator bearer =
                line -> CompletableFuture.completedStage(Credentials.of(Map.of("Authorization", "Bearer " + CANARY)));
        CompletableFuture<ApiResponse> result = HttpExchange.of("acme", URI.create("https://host"))
                .transport(service)
                .timeline(time)
                .authenticator(bearer)
                .budgets(operation -> new RateBudget(RateLimit.UNPUBLISHED, time))
                .errorText(response -> new String(response.body(), StandardCharsets.UTF_8))
                .build()
                .send(REQUEST, Permission.ALWAYS)
                .toCompletableFuture();
        time.runUntilIdle();
        assertThat(result).isCompletedExceptionally();
        return result.handle((response, failure) -> failure).join();
    }

    private static String printed(Throwable failure) {
        assertThat(failure).isInstanceOf(ApiException.class);
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
