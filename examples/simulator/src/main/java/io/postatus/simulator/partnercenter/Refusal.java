/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Answer;

/** A refused request (apis/partner-center-orders.md 13). */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refusal(int status, String code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal badRequest(String code, String description) {
        return new Refusal(400, code, description);
    }

    static Refusal badInput(String description) {
        return badRequest("800002", "Invalid request input: " + description);
    }

    static Refusal unauthorized(String code, String description) {
        return new Refusal(401, code, description);
    }

    static Refusal wrongPath() {
        return new Refusal(404, "1000", "Not found");
    }

    static Refusal noOrder() {
        return new Refusal(404, "20000", "Order ID not found");
    }

    Answer answer(boolean numeric) {
        ObjectNode body = Json.object();
        if (numeric) {
            body.put("code", Long.parseLong(code));
        } else {
            body.put("code", code);
        }
        body.put("description", getMessage()).putArray("data");
        Answer answer = Json.answer(status, body.put("source", "PartnerFD"));
        return status == 401 ? answer.withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"") : answer;
    }
}
