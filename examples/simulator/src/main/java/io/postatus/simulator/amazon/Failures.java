/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Answer;
import io.postatus.simulator.Fault;
import io.postatus.simulator.FaultRule;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.util.Optional;

/** Answers that only a fault brings about, in Amazon's words (reference, section 8). */
final class Failures {
    private final Faults faults;

    Failures(Faults faults) {
        this.faults = faults;
    }

    Optional<Answer> on(Occasion occasion) {
        Optional<FaultRule> storm = faults.striking(Fault.RATE_LIMITED, occasion);
        if (storm.isPresent()) {
            return storm.map(rule -> rule.advised(Refusal.quotaExceeded().answer()));
        }
        if (faults.strikes(Fault.INTERNAL_ERROR, occasion)) {
            String message = "We encountered an internal error. Please try again.";
            return Optional.of(new Refusal(500, "InternalFailure", message, "").answer());
        }
        if (faults.strikes(Fault.UNAVAILABLE_WITHOUT_JSON, occasion)) {
            return Optional.of(Answer.of(503, "text/html", "<html><body>503 Service Unavailable</body></html>"));
        }
        return faults.striking(Fault.UNAVAILABLE, occasion)
                .map(rule ->
                        rule.advised(new Refusal(503, "ServiceUnavailable", "Service is unavailable.", "").answer()));
    }
}
