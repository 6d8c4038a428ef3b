/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.canary.Canary;
import io.postatus.core.auth.AccessToken;
import io.postatus.core.time.VirtualTimeline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OAuthTokenClientTest {

    private static final String FIRST = Canary.of("first");
    private static final String SECOND = Canary.of("second");

    private final VirtualTimeline time = new VirtualTimeline();
    private final FakeService service = new FakeService();
    private final List<String> renewed = new ArrayList<>();
    private final OAuthTokenClient client = client(Map.of("grant_type", "refresh_token", "refresh_token", FIRST));

    @Test
    void lifeIsReadFromANumberAndFromANumberInAString() {
        service.says(200, "{\"access_token\":\"c4nary-a\",\"expires_in\":3599}");
        service.says(200, "{\"access_token\":\"c4nary-b\",\"expires_in\":\"60\"}");

        Instant first = time.now();
        assertThat(token().expires()).isEqualTo(first.plusSeconds(3599));
        Instant second = time.now();
        assertThat(token().expires()).isEqualTo(second.plusSeconds(60));
    }

    @Test
    void aNewRefreshTokenTakesThePlaceOfTheOneBefore() {
        service.says(200, "{\"access_token\":\"c4nary-a\",\"refresh_token\":\"" + SECOND + "\"}");
        service.says(200, "{\"access_token\":\"c4nary-b\",\"refresh_token\":\"" + SECOND + "\"}");
        service.says(200, "{\"access_token\":\"c4nary-c\"}");
        token();
        token();
        token();

        assertThat(asked(0)).contains("refresh_token=" + FIRST);
        assertThat(asked(1)).contains("refresh_token=" + SECOND);
        assertThat(asked(2)).contains("refresh_token=" + SECOND);
        assertThat(renewed).as("told once, since the second is no news").containsExactly(SECOND);
    }

    @Test
    void whoDidNotAskWithARefreshTokenIsGivenNone() {
        OAuthTokenClient applicationOnly = client(Map.of("grant_type", "client_credentials"));
        service.says(200, "{\"access_token\":\"c4nary-a\",\"refresh_token\":\"" + Canary.of("stray") + "\"}");
        run(applicationOnly.fetch());

        assertThat(renewed).isEmpty();
    }

    @Test
    void aLifeBeyondADayCountsAsADayAndOneBelowNothingAsNone() {
        Instant first = time.now();
        service.says(200, "{\"access_token\":\"c4nary-a\",\"expires_in\":9223372036854775807}");
        assertThat(token().expires()).isEqualTo(first.plusSeconds(86_400));
        Instant second = time.now();
        service.says(200, "{\"access_token\":\"c4nary-a\",\"expires_in\":-9223372036854775808}");
        assertThat(token().expires()).isEqualTo(second);
        Instant third = time.now();
        service.says(200, "{\"access_token\":\"c4nary-a\"}");
        assertThat(token().expires()).isEqualTo(third.plusSeconds(3600));
    }

    @Test
    void aRefusalNamesTheCodeWhatToDoAndWhatTheServiceSays() {
        for (int status : new int[] {400, 401, 403}) {
            service.says(status, "{\"error\":\"invalid_grant\",\"error_description\":\"it is revoked\"}");
            assertThat(failure(client.fetch()))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("(" + status + " invalid_grant, authorize anew; it is revoked)");
        }
        service.says(400, "{\"error\":\"new_word\"}");
        assertThat(failure(client.fetch())).hasMessageContaining("(400 new_word)");
        service.says(404, "<html>");
        assertThat(failure(client.fetch()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("(404)");
    }

    @Test
    void anAnswerWithoutTokenNamesTheAccountAndTheUrlToCheck() {
        service.says(200, "{}");
        assertThat(failure(client.fetch()))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("Account 'acme', token: the answer has no access_token. Check the token URL.");
    }

    /** A pattern at the end of a text takes quadratic time for a megabyte of spaces. */
    @Test
    @Timeout(10)
    void aDescriptionOfNothingButSpacesTakesNoTime() {
        service.says(400, "{\"error\":\"x\",\"error_description\":\"" + "; ".repeat(500_000) + "x\"}");

        assertThat(failure(client.fetch())).isInstanceOf(AuthenticationException.class);
    }

    private Throwable failure(CompletionStage<AccessToken> stage) {
        time.runUntilIdle();
        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
        return ApiException.cause(
                stage.handle((token, failure) -> failure).toCompletableFuture().join());
    }

    private OAuthTokenClient client(Map<String, String> form) {
        return OAuthTokenClient.of(
                HttpExchange.of("acme", URI.create("https://login.example.com"))
                        .transport(service)
                        .timeline(time)
                        .budgets(operation -> new RateBudget(RateLimit.UNPUBLISHED, time)),
                "/token",
                form,
                Map.of("invalid_grant", "authorize anew"),
                renewed::add);
    }

    private AccessToken token() {
        return run(client.fetch());
    }

    private <T> T run(CompletionStage<T> stage) {
        time.runUntilIdle();
        return stage.toCompletableFuture().getNow(null);
    }

    private String asked(int request) {
        return new String(service.requests().get(request).body(), StandardCharsets.UTF_8);
    }
}
