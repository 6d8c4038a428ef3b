/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Answer;
import io.postatus.simulator.Fault;
import io.postatus.simulator.FaultRule;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.util.Optional;

/** Answers that only a fault brings about (apis/ticketutils-pos.md 8). */
final class Failures {
    private final Faults faults;

    Failures(Faults faults) {
        this.faults = faults;
    }

    Optional<Answer> on(Occasion occasion) {
        Optional<FaultRule> storm = faults.striking(Fault.RATE_LIMITED, occasion);
        if (storm.isPresent()) {
            return storm.map(rule -> rule.advised(Refusal.tooManyRequests().answer()));
        }
        if (faults.strikes(Fault.INTERNAL_ERROR, occasion)) {
            return Optional.of(new Refusal(500, "An error has occurred.").answer());
        }
        if (faults.strikes(Fault.UNAVAILABLE_WITHOUT_JSON, occasion)) {
            return Optional.of(Answer.of(503, "text/html", "<html><body>503 Service Unavailable</body></html>"));
        }
        if (occasion.page() > 1 && faults.strikes(Fault.TRANSIENT_BAD_REQUEST, occasion)) {
            return Optional.of(Answer.of(400, "text/plain", ""));
        }
        if (faults.strikes(Fault.ERROR_IN_OK, occasion)) {
            return Optional.of(underOk("An error has occurred."));
        }
        return faults.striking(Fault.UNAVAILABLE, occasion)
                .map(rule -> rule.advised(new Refusal(503, "The service is unavailable.").answer()));
    }

    /** As version 1 said it. */
    static Answer underOk(String message) {
        var json = Json.object().put("Status", 2);
        json.putArray("Errors").addObject().put("ErrorCode", 1).put("ErrorDescription", message);
        return Answer.of(200, Json.TYPE, json.toString());
    }
}
