/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Answer;

/** A refused request (reference, section 8). */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final String details;

    Refusal(int status, String code, String message, String details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    static Refusal invalidInput(String details) {
        return new Refusal(400, "InvalidInput", "Invalid Input", details);
    }

    static Refusal unauthorized(String details) {
        return new Refusal(403, "Unauthorized", "Access to requested resource is denied.", details);
    }

    static Refusal wrongPath() {
        return new Refusal(403, "MissingAuthenticationToken", "Missing Authentication Token", "");
    }

    static Refusal notFound(String details) {
        return new Refusal(404, "NotFound", "The requested resource was not found.", details);
    }

    static Refusal quotaExceeded() {
        return new Refusal(429, "QuotaExceeded", "You exceeded your quota for the requested resource.", "");
    }

    int status() {
        return status;
    }

    Answer answer() {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("code", code)
                .put("message", getMessage())
                .put("details", details);
        return Answer.of(status, "application/json", body.toString());
    }
}
