/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.auth.AccessToken;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.time.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * OAuth 2.0: a form with credentials for an access token. 429 and 5xx are tried again; the rest needs a person.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">RFC 6749, section 5</a>
 */
public final class OAuthTokenClient implements TokenClient {

    private static final String OPERATION = "token";
    /** What services document, should the answer leave it out. */
    private static final BigDecimal USUAL_LIFE = BigDecimal.valueOf(3600);

    /** No service gives more; who says so is asked again after a day, and who says less than nothing at once. */
    private static final BigDecimal LONGEST_LIFE = BigDecimal.valueOf(86_400);

    private static final String REFRESH_TOKEN = "refresh_token";
    private static final Set<Integer> NEEDS_A_PERSON = Set.of(400, 401, 403);

    private final String account;
    private final HttpExchange exchange;
    private final Timeline timeline;
    private final ApiRequest request;
    private final Consumer<String> renewed;
    private volatile Map<String, String> form;

    private OAuthTokenClient(
            String account,
            HttpExchange exchange,
            Timeline timeline,
            String path,
            Map<String, String> form,
            Consumer<String> renewed) {
        this.account = account;
        this.exchange = exchange;
        this.timeline = timeline;
        this.request = ApiRequest.post(OPERATION, path).asRepeatable();
        this.form = Map.copyOf(form);
        this.renewed = renewed;
    }

    /**
     * @param exchange to the token service, with its budgets
     * @param path encoded, at the token service
     * @param form the credentials
     * @param advice what a person can do, by the service's error code
     */
    public static OAuthTokenClient of(
            HttpExchangeBuilder exchange, String path, Map<String, String> form, Map<String, String> advice) {
        return of(exchange, path, form, advice, token -> {});
    }

    /** @param renewed is given every refresh token that takes the place of the one before, after it does */
    public static OAuthTokenClient of(
            HttpExchangeBuilder exchange,
            String path,
            Map<String, String> form,
            Map<String, String> advice,
            Consumer<String> renewed) {
        HttpExchange tokens = exchange.accessDenied(response -> NEEDS_A_PERSON.contains(response.status()))
                .errorText(response -> errorText(response, advice))
                .build();
        return new OAuthTokenClient(exchange.account(), tokens, exchange.timeline(), path, form, renewed);
    }

    @Override
    public CompletionStage<AccessToken> fetch() {
        Instant asked = timeline.now();
        return exchange.send(request.form(form), Permission.ALWAYS, OAuthToken.class)
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
        follow(token.refreshToken());
        BigDecimal life = Objects.requireNonNullElse(token.expiresIn(), USUAL_LIFE)
                .min(LONGEST_LIFE)
                .max(BigDecimal.ZERO);
        return new AccessToken(token.accessToken(), asked.plusSeconds(life.longValue()));
    }

    /** RFC 6749, section 6: a new refresh token takes the place of the one that it was asked with. */
    private void follow(String refreshToken) {
        if (refreshToken != null
                && !refreshToken.isBlank()
                && form.containsKey(REFRESH_TOKEN)
                && !refreshToken.equals(form.get(REFRESH_TOKEN))) {
            Map<String, String> next = new HashMap<>(form);
            next.put(REFRESH_TOKEN, refreshToken);
            form = Map.copyOf(next);
            renewed.accept(refreshToken);
        }
    }

    /** The error's code, what to do about it, and the service's description. */
    private static String errorText(ApiResponse response, Map<String, String> advice) {
        JsonNode body = JsonDecoding.lenient(response);
        String code = body.path("error").asText("");
        String todo = advice.containsKey(code) ? ", " + advice.get(code) : "";
        return ForeignWords.joined(
                "; ", code + todo, body.path("error_description").asText(""));
    }
}
