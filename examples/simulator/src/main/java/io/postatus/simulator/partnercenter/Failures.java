/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Answer;
import io.postatus.simulator.Fault;
import io.postatus.simulator.FaultRule;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import io.postatus.simulator.World;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Answers that only a fault brings about, in Microsoft's words (apis/partner-center-orders.md 12, 13). */
final class Failures {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Faults faults;
    private final World world;

    Failures(Faults faults, World world) {
        this.faults = faults;
        this.world = world;
    }

    Optional<Answer> on(Occasion occasion, Grant grant) {
        if (grant.user() && faults.strikes(Fault.MFA_REQUIRED_WITHOUT_BODY, occasion)) {
            return Optional.of(
                    Answer.of(401, "text/plain", "").withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
        }

        Optional<FaultRule> storm = faults.striking(Fault.RATE_LIMITED, occasion);
        if (storm.isPresent()) {
            return storm.map(rule -> Limits.refusal(rule.retryAfter() == null ? SOON : rule.retryAfter()));
        }
        if (faults.strikes(Fault.INTERNAL_ERROR, occasion)) {
            return Optional.of(new Refusal(500, "800003", "Internal server error").answer(false));
        }
        if (faults.strikes(Fault.UNAVAILABLE_WITHOUT_JSON, occasion)) {
            return Optional.of(Answer.of(503, "text/html", "<html><body>503 Service Unavailable</body></html>"));
        }
        return faults.striking(Fault.UNAVAILABLE, occasion)
                .map(rule -> rule.advised(new Refusal(503, "800003", "Service unavailable").answer(false)));
    }

    /** Lets a refusal tell a date in the place of seconds. */
    Answer dated(Answer answer, Occasion occasion) {
        String seconds = answer.headers().get("Retry-After");
        if (seconds == null || !faults.strikes(Fault.RETRY_AFTER_AS_DATE, occasion)) {
            return answer;
        }
        return answer.withHeader(
                "Retry-After",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        world.now().plusSeconds(Long.parseLong(seconds)).atOffset(ZoneOffset.UTC)));
    }
}
