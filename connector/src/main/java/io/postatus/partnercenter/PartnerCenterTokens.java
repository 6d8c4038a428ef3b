/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.auth.RefreshTokenListener;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.OAuthTokenClient;
import io.postatus.core.http.RateBudgets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entra ID: a client secret, or a refresh token, for an access token.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication">Authentication</a>
 */
final class PartnerCenterTokens {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerCenterTokens.class);

    private static final Map<String, String> ADVICE = Map.of(
            "invalid_grant",
            "the refreshToken is expired, revoked or another application's: a user has to sign in with MFA and consent"
                    + " anew",
            "interaction_required",
            "a user has to sign in with MFA and consent anew",
            "invalid_client",
            "the clientId or the clientSecret is wrong or expired: set the present one",
            "unauthorized_client",
            "the tenant does not know the application: check clientId, tenant and cloud",
            "invalid_request",
            "check tenant and cloud",
            "invalid_resource",
            "the resource is not one of this cloud: check cloud and resource",
            "invalid_scope",
            "the scope does not fit: check resource and tokenVersion");

    private PartnerCenterTokens() {}

    /**
     * @param exchange to {@link PartnerCenterAccount#tokenHost()}
     * @param listener keeps renewed refresh tokens; null if nobody does
     */
    static TokenClient client(
            PartnerCenterAccount account,
            HttpExchangeBuilder exchange,
            RateBudgets budgets,
            RefreshTokenListener listener) {
        return OAuthTokenClient.of(
                exchange.budgets(PartnerCenterLimits.ofTokens(account, budgets)),
                account.tokenUrl().getRawPath(),
                account.tokenVersion().form(account),
                ADVICE,
                token -> handBack(account, token, listener));
    }

    /** A vault that is down must not cost the access token: the one before stays good for its usual life. */
    private static void handBack(PartnerCenterAccount account, String refreshToken, RefreshTokenListener listener) {
        if (listener == null) {
            LOG.debug("Account '{}': a new refresh token is used until this process ends", account.id());
            return;
        }
        try {
            listener.renewed(account.id(), refreshToken);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Account '{}': the refreshTokenListener did not take a new refresh token ({}). It is used until this"
                            + " process ends; the next one is handed over again.",
                    account.id(),
                    e.getClass().getName());
        }
    }
}
