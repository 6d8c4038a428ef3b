/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Answer;

/** A refused request, in the error shape of ASP.NET (apis/ticketutils-pos.md 8). */
final class Refusal extends RuntimeException {
    static final String NOTHING_FOUND = "Result not found";
    private static final long serialVersionUID = 1L;
    private final int status;

    Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Authorization has been denied for this request.");
    }

    static Refusal invalid(String property) {
        return new Refusal(400, "Invalid request: " + property);
    }

    static Refusal wrongPath() {
        return new Refusal(404, "No HTTP resource was found that matches the request URI.");
    }

    static Refusal wrongMethod(String method) {
        return new Refusal(405, "The requested resource does not support http method '" + method + "'.");
    }

    static Refusal wrongMediaType(String type) {
        return new Refusal(415, "The request entity's media type '" + type + "' is not supported for this resource.");
    }

    static Refusal tooManyRequests() {
        return new Refusal(429, "Too many requests.");
    }

    Answer answer() {
        return Answer.of(
                status, Json.TYPE, Json.object().put("Message", getMessage()).toString());
    }
}
