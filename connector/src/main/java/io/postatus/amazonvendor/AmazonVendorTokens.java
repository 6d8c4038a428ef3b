/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.auth.TokenClient;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.OAuthTokenClient;
import io.postatus.core.http.RateBudgets;
import java.util.Map;

/**
 * Login with Amazon: a refresh token for an access token.
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/connect-to-the-sp-api">Connect to the SP-API</a>
 */
final class AmazonVendorTokens {

    private static final Map<String, String> ADVICE = Map.of(
            "invalid_grant", "the refreshToken is unknown, revoked or another client's: authorize the application anew",
            "invalid_client",
                    "the clientId or the clientSecret is wrong, or the secret was rotated: set the present one",
            "unauthorized_client", "the application may not use refresh tokens: check its registration");

    private AmazonVendorTokens() {}

    /** @param exchange to {@link AmazonVendorAccount#tokenHost()} */
    static TokenClient client(AmazonVendorAccount account, HttpExchangeBuilder exchange, RateBudgets budgets) {
        return OAuthTokenClient.of(
                exchange.budgets(AmazonVendorLimits.ofTokens(account, budgets))
                        .requestIdHeader(AmazonVendorClient.REQUEST_ID),
                account.tokenUrl().getRawPath(),
                Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", account.refreshToken(),
                        "client_id", account.clientId(),
                        "client_secret", account.clientSecret()),
                ADVICE);
    }
}
