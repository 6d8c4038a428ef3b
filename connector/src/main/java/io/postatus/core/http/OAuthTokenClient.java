/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.auth.AccessToken;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * OAuth 2.0: a form with credentials for an access token. 429 and 5xx are tried again; the rest needs a person.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">RFC 6749, section 5</a>
 */
public final class OAuthTokenClient implements TokenClient {

    private static final String OPERATION = "token";
    /** What services document, should the answer leave it out. */
    private static final long USUAL_LIFE = 3600;

    private static final Set<Integer> NEEDS_A_PERSON = Set.of(400, 401, 403);

    private final String account;
    private final HttpExchange exchange;
    private final Timeline timeline;
    private final ApiRequest request;

    private OAuthTokenClient(String account, HttpExchange exchange, Timeline timeline, ApiRequest request) {
        this.account = account;
        this.exchange = exchange;
        this.timeline = timeline;
        this.request = request;
    }

    /**
     * @param exchange to the token service, with its budgets
     * @param path encoded, at the token service
     * @param form the credentials
     * @param advice what a person can do, by the service's error code
     */
    public static OAuthTokenClient of(
            HttpExchangeBuilder exchange, String path, Map<String, String> form, Map<String, String> advice) {
        HttpExchange tokens = exchange.accessDenied(response -> NEEDS_A_PERSON.contains(response.status()))
                .errorText(response -> errorText(response, advice))
                .build();
        return new OAuthTokenClient(
                exchange.account(),
                tokens,
                exchange.timeline(),
                ApiRequest.post(OPERATION, path).form(form).asRepeatable());
    }

    @Override
    public CompletionStage<AccessToken> fetch() {
        Instant asked = timeline.now();
        return exchange.send(request, Permission.ALWAYS, OAuthToken.class)
                .thenApply(answer -> accessToken(answer, asked));
    }

    private AccessToken accessToken(Answer<OAuthToken> answer, Instant asked) {
        OAuthToken token = answer.body();
        if (token == null || token.accessToken() == null || token.accessToken().isBlank()) {
            throw new MalformedResponseException(
                    account,
                    OPERATION,
                    answer.response().status(),
                    answer.requestId(),
                    "Account '" + account + "', token: the answer has no access_token. Check the token URL.");
        }
        long life = token.expiresIn() == null ? USUAL_LIFE : token.expiresIn().longValue();
        return new AccessToken(token.accessToken(), asked.plusSeconds(life));
    }

    /** The error's code, what to do about it, and the service's description. */
    private static String errorText(ApiResponse response, Map<String, String> advice) {
        JsonNode body = JsonDecoding.lenient(response);
        String code = body.path("error").asText("");
        String todo = advice.getOrDefault(code, "");
        return (code + (todo.isEmpty() ? "" : ", " + todo) + "; "
                        + body.path("error_description").asText(""))
                .replaceAll("^[; ]+|[; ]+$", "");
    }
}
