/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.amazonvendor.wire.LwaToken;
import io.postatus.core.auth.AccessToken;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.ApiResponse;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.JsonDecoding;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.Permission;
import io.postatus.core.time.Timeline;
import io.postatus.core.wire.WireJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Login with Amazon: a refresh token for an access token. 429 and 5xx are tried again; the rest needs a person.
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/connect-to-the-sp-api">Connect to the SP-API</a>
 */
final class LwaTokenClient implements TokenClient {

    private static final String OPERATION = "token";
    /** Documented, should the answer leave it out. */
    private static final long USUAL_LIFE = 3600;

    private static final Set<Integer> NEEDS_A_PERSON = Set.of(400, 401, 403);

    private static final Map<String, String> ADVICE = Map.of(
            "invalid_grant", "the refreshToken is unknown, revoked or another client's: authorize the application anew",
            "invalid_client",
                    "the clientId or the clientSecret is wrong, or the secret was rotated: set the present one",
            "unauthorized_client", "the application may not use refresh tokens: check its registration");

    private final AmazonVendorAccount account;
    private final HttpExchange exchange;
    private final Timeline timeline;

    LwaTokenClient(AmazonVendorAccount account, HttpExchange exchange, Timeline timeline) {
        this.account = account;
        this.exchange = exchange;
        this.timeline = timeline;
    }

    /** @param exchange to {@link AmazonVendorAccount#tokenHost()} */
    static LwaTokenClient of(
            AmazonVendorAccount account, HttpExchangeBuilder exchange, Timeline timeline, AmazonVendorLimits limits) {
        HttpExchange tokens = exchange.budgets(limits.ofTokens(account))
                .accessDenied(response -> NEEDS_A_PERSON.contains(response.status()))
                .errorText(LwaTokenClient::errorText)
                .requestIdHeader(AmazonVendorAnswer.REQUEST_ID)
                .userAgent(AmazonVendorUserAgent.text())
                .build();
        return new LwaTokenClient(account, tokens, timeline);
    }

    @Override
    public CompletionStage<AccessToken> fetch() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", account.refreshToken());
        fields.put("client_id", account.clientId());
        fields.put("client_secret", account.clientSecret());
        ApiRequest request = ApiRequest.post(OPERATION, account.tokenUrl().getRawPath())
                .form(fields)
                .asRepeatable();
        Instant asked = timeline.now();
        return exchange.send(request, Permission.ALWAYS).thenApply(response -> accessToken(response, asked));
    }

    private AccessToken accessToken(ApiResponse response, Instant asked) {
        JsonNode json = JsonDecoding.decode(response, JsonNode.class, account.id(), OPERATION, null);
        LwaToken token = WireJson.read(json, LwaToken.class);
        if (token == null || token.accessToken() == null || token.accessToken().isBlank()) {
            throw new MalformedResponseException(
                    account.id(),
                    OPERATION,
                    response.status(),
                    null,
                    "Account '" + account.id() + "', token: the answer has no access_token. Check the token URL.");
        }
        long life = token.expiresIn() == null ? USUAL_LIFE : token.expiresIn().longValue();
        return new AccessToken(token.accessToken(), asked.plusSeconds(life));
    }

    /** The error's code, what to do about it, and Amazon's description. */
    private static String errorText(ApiResponse response) {
        JsonNode body = JsonDecoding.lenient(response);
        String code = body.path("error").asText("");
        String advice = ADVICE.getOrDefault(code, "");
        return (code + (advice.isEmpty() ? "" : ", " + advice) + "; "
                        + body.path("error_description").asText(""))
                .replaceAll("^[; ]+|[; ]+$", "");
    }
}
