/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.AccessTokens;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.time.Instant;

/** What is checked before anybody looks at what is asked (apis/partner-center-orders.md 2.4, 2.5, 13). */
final class Gatekeeper {
    private static final String BEARER = "bearer ";

    private final AccessTokens<Grant> tokens;
    private final Faults faults;

    Gatekeeper(AccessTokens<Grant> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /** What the access token proves. */
    Grant admit(Call call, Instant now) {
        String authorization = call.header("authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Refusal.unauthorized("800001", "Partner token missing in request context");
        }
        return tokens.find(authorization.substring(BEARER.length()).trim())
                .filter(issued -> !issued.expiredAt(now))
                .map(AccessTokens.Issued::grant)
                .orElseThrow(Gatekeeper::denied);
    }

    /** Tells a user who asks for it that the token is one with a second factor. */
    static Answer mfaTold(Call call, Grant grant, Answer answer) {
        boolean asked = grant.user() && "true".equalsIgnoreCase(call.header("validatemfa"));
        return asked ? answer.withHeader("isMfaCompliant", Boolean.toString(answer.status() != 401)) : answer;
    }

    /** Refusals for what the token lacks, and those that only a fault brings about. */
    void refuse(Occasion occasion, Grant grant) {
        if (faults.strikes(Fault.EXPIRED_TOKEN, occasion) || faults.strikes(Fault.REVOKED_TOKEN, occasion)) {
            throw denied();
        }
        if (grant.user() && faults.strikes(Fault.MFA_REQUIRED, occasion)) {
            throw Refusal.unauthorized("900421", "MFA required");
        }
        if (faults.strikes(Fault.ACCESS_DENIED, occasion)) {
            throw new Refusal(403, "2032", "Access denied");
        }
        if (!grant.user() && occasion.operation() == PartnerCenterOperation.GET_PROVISIONING_STATUS) {
            throw new Refusal(403, "900329", "This resource does not support application-only authentication.");
        }
    }

    private static Refusal denied() {
        return Refusal.unauthorized("400", "Access denied");
    }
}
