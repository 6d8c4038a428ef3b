/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.AccessTokens;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.time.Instant;

/** The token endpoint of Entra ID in both forms (apis/partner-center-orders.md 2). */
final class TokenEndpoint {
    private final AccessTokens<Grant> tokens;
    private final Faults faults;
    private final PartnerCenterOptions options;

    TokenEndpoint(AccessTokens<Grant> tokens, Faults faults, PartnerCenterOptions options) {
        this.tokens = tokens;
        this.faults = faults;
        this.options = options;
    }

    /** The answer for a tenant, which is {@code null} where the path names none. */
    Answer answer(Call call, PartnerTenant tenant, Instant now) {
        TokenRequest request = TokenRequest.of(call);
        TokenError error = failure(tenant);
        error = error == null ? error(request, tenant) : error;
        return error == null ? granted(request, tenant, now) : error.answer();
    }

    private TokenError failure(PartnerTenant tenant) {
        Occasion occasion = Occasion.of(null, tenant == null ? null : tenant.id());
        if (faults.strikes(Fault.TOKEN_INTERNAL_ERROR, occasion)) {
            return TokenError.SERVER;
        }
        if (faults.strikes(Fault.TOKEN_UNAVAILABLE, occasion)) {
            return TokenError.UNAVAILABLE;
        }
        if (faults.strikes(Fault.INVALID_GRANT, occasion)) {
            return TokenError.REFRESH_TOKEN;
        }
        return faults.strikes(Fault.INVALID_CLIENT, occasion) ? TokenError.SECRET : null;
    }

    private TokenError error(TokenRequest request, PartnerTenant tenant) {
        if (tenant == null) {
            return TokenError.TENANT;
        }
        if (!request.field("grant_type").isEmpty() && !request.grantKnown()) {
            return TokenError.GRANT_TYPE;
        }
        if (!request.complete()) {
            return TokenError.PARAMETER;
        }
        if (!tenant.clientId().equalsIgnoreCase(request.field("client_id"))) {
            return TokenError.APPLICATION;
        }
        if (!tenant.clientSecret().equals(request.field("client_secret"))) {
            return TokenError.SECRET;
        }
        boolean consented = !request.user()
                || tenant.credentials().accepts(request.field("refresh_token"), options.newestRefreshTokenOnly);
        return consented ? request.audienceError(options.audiences(tenant.baseUrl())) : TokenError.REFRESH_TOKEN;
    }

    private Answer granted(TokenRequest request, PartnerTenant tenant, Instant now) {
        long life = tokens.lifetimeSeconds();
        ObjectNode body = Json.object().put("token_type", "Bearer");
        if (request.firstVersion()) {
            body.put("expires_in", Long.toString(life));
            body.put("ext_expires_in", Long.toString(life));
            body.put("expires_on", Long.toString(now.getEpochSecond() + life));
            body.put("not_before", Long.toString(now.getEpochSecond()));
            body.put("resource", request.field("resource"));
        } else {
            body.put("expires_in", life).put("ext_expires_in", life);
        }
        body.put("access_token", tokens.issue(prefix(tenant, request.user()), new Grant(tenant, request.user()), now));
        if (request.user()) {
            body.put("scope", "user_impersonation");
        }
        if (request.refreshTokenWanted()) {
            body.put("refresh_token", next(tenant));
        }
        return Json.answer(200, body);
    }

    private static String prefix(PartnerTenant tenant, boolean user) {
        return "eyJ." + tenant.id() + (user ? ".user." : ".app.");
    }

    private String next(PartnerTenant tenant) {
        return options.rotateRefreshTokens ? tenant.credentials().rotateRefreshToken() : tenant.refreshToken();
    }
}
