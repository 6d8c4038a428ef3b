/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static io.postatus.core.http.HostileService.CANARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.auth.AccessToken;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.time.VirtualTimeline;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** The answers of a token service, whatever they are. */
@Timeout(20)
class TokenFuzzTest {

    private static final Map<String, String> FORM =
            Map.of("grant_type", "refresh_token", "refresh_token", CANARY, "client_secret", CANARY);
    private static final Map<String, String> ADVICE = Map.of("invalid_grant", "authorize anew");

    @FuzzTest
    void anAnswerIsATokenOrAnApiException(byte[] answer) {
        for (int status : new int[] {200, 302, 400, 401, 429, 503}) {
            VirtualTimeline time = new VirtualTimeline();
            CachingTokenClient tokens = new CachingTokenClient(
                    OAuthTokenClient.of(
                            HttpExchange.of("acme", URI.create("https://login.example.com"))
                                    .transport(new HostileService(status, Map.of(), answer))
                                    .timeline(time)
                                    .requestIdHeader("x-request-id")
                                    .budgets(operation -> new RateBudget(RateLimit.UNPUBLISHED, time)),
                            "/oauth",
                            FORM,
                            ADVICE),
                    time::now);
            AccessToken token = HostileService.outcome(tokens.fetch(), time);
            if (token != null) {
                assertThat(token.value()).isNotBlank();
                assertThat(tokens + " " + token).doesNotContain(CANARY);
            }
        }
    }
}
