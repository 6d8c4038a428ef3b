/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Answer;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.time.Instant;

/** What is checked before anybody looks at what is asked (apis/partner-center-orders.md 2.4, 2.5, 13). */
final class Gatekeeper {
    private final AccessTokens tokens;
    private final Faults faults;

    Gatekeeper(AccessTokens tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /** What the access token proves. */
    AccessTokens.Grant admit(Call call, Instant now) {
        return tokens.owner(call.header("authorization"), now);
    }

    /** Tells a user who asks for it that the token is one with a second factor. */
    static Answer mfaTold(Call call, AccessTokens.Grant grant, Answer answer) {
        boolean asked = grant.user() && "true".equalsIgnoreCase(call.header("validatemfa"));
        return asked ? answer.withHeader("isMfaCompliant", Boolean.toString(answer.status() != 401)) : answer;
    }

    /** Refusals for what the token lacks, and those that only a fault brings about. */
    void refuse(Occasion occasion, AccessTokens.Grant grant) {
        if (faults.strikes(Fault.EXPIRED_TOKEN, occasion) || faults.strikes(Fault.REVOKED_TOKEN, occasion)) {
            throw Refusal.unauthorized("400", "Access denied");
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
}
