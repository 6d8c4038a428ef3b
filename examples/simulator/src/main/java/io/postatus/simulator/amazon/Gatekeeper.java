/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.AccessTokens;
import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.time.Instant;

/** What Amazon checks before it looks at what is asked (reference, sections 4 and 8). */
final class Gatekeeper {
    private static final int LONGEST_USER_AGENT = 500;

    private final AccessTokens<AmazonAccount> tokens;
    private final Faults faults;
    private final boolean strictUserAgent;

    Gatekeeper(AccessTokens<AmazonAccount> tokens, Faults faults, boolean strictUserAgent) {
        this.tokens = tokens;
        this.faults = faults;
        this.strictUserAgent = strictUserAgent;
    }

    /** The account that the access token proves. */
    AmazonAccount admit(Call call, Instant now) {
        checkForm(call);
        String token = call.header("x-amz-access-token");
        if (token == null || token.isEmpty()) {
            throw Refusal.unauthorized("Access token is missing in the request header.");
        }
        AccessTokens.Issued<AmazonAccount> issued = tokens.find(token).orElseThrow(Gatekeeper::invalid);
        if (issued.expiredAt(now)) {
            throw expired();
        }
        return issued.grant();
    }

    /** Refusals that only a fault brings about. */
    void refuse(Occasion occasion) {
        if (faults.strikes(Fault.EXPIRED_TOKEN, occasion)) {
            throw expired();
        }
        if (faults.strikes(Fault.REVOKED_TOKEN, occasion)) {
            throw invalid();
        }
        if (faults.strikes(Fault.EXPIRED_SECRET, occasion)) {
            throw Refusal.unauthorized("The LWA secret token you provided has expired.");
        }
        if (faults.strikes(Fault.ACCESS_DENIED, occasion)) {
            throw Refusal.unauthorized("");
        }
    }

    private static Refusal expired() {
        return Refusal.unauthorized("The access token you provided has expired.");
    }

    private static Refusal invalid() {
        return Refusal.unauthorized("The access token you provided is revoked, malformed or invalid.");
    }

    private void checkForm(Call call) {
        String agent = call.header("user-agent");
        if (strictUserAgent && (agent == null || agent.isBlank())) {
            throw Refusal.invalidInput("User-Agent is missing in the request header.");
        }
        if (agent != null && agent.length() > LONGEST_USER_AGENT) {
            throw Refusal.invalidInput("User-Agent is longer than 500 characters.");
        }
        boolean body = call.header("content-length") != null || call.header("transfer-encoding") != null;
        if (call.method().equals("GET") && body) {
            throw Refusal.invalidInput("A GET request must not have a body or a Content-Length.");
        }
        String type = call.headers().getOrDefault("content-type", "");
        if (call.method().equals("POST") && !type.startsWith("application/json")) {
            throw new Refusal(415, "UnsupportedMediaType", "Unsupported Media Type", "");
        }
    }
}
