/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Answer;

/** The errors of the token endpoint (apis/partner-center-orders.md 2.3). */
enum TokenError {
    PARAMETER(400, "invalid_request", 900144, "The request body must contain all required parameters."),
    TENANT(400, "invalid_request", 90002, "Tenant not found."),
    GRANT_TYPE(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type."),
    APPLICATION(400, "unauthorized_client", 700016, "Application was not found in the directory."),
    SECRET(401, "invalid_client", 7000215, "Invalid client secret provided."),
    REFRESH_TOKEN(400, "invalid_grant", 70008, "The refresh token has expired or was revoked."),
    RESOURCE(400, "invalid_resource", 500011, "The resource principal was not found in the tenant."),
    SCOPE(400, "invalid_scope", 1002012, "The provided value for scope is not valid."),
    SERVER(500, "server_error", 90033, "A transient error has occurred. Please try again."),
    UNAVAILABLE(503, "temporarily_unavailable", 90055, "The service is temporarily unavailable.");

    private final int status;
    private final String error;
    private final int number;
    private final String description;

    TokenError(int status, String error, int number, String description) {
        this.status = status;
        this.error = error;
        this.number = number;
        this.description = description;
    }

    Answer answer() {
        ObjectNode body =
                Json.object().put("error", error).put("error_description", "AADSTS" + number + ": " + description);
        body.putArray("error_codes").add(number);
        body.put("trace_id", Guid.of("trace", error)).put("correlation_id", Guid.of("correlation", description));
        return Json.answer(status, body);
    }
}
