/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** The parameter {@code filter}: a field, a value, an operator, as JSON (apis/partner-center-orders.md 9, 10). */
record JsonFilter(String field, String value, String operator) {
    static JsonFilter parse(String text) {
        try {
            JsonNode json = Json.parse(text);
            if (json.path("Field").isTextual()
                    && json.path("Value").isTextual()
                    && json.path("Operator").isTextual()) {
                return new JsonFilter(
                        json.path("Field").asText(),
                        json.path("Value").asText(),
                        json.path("Operator").asText());
            }
        } catch (JsonProcessingException e) {
            // Falls through: no JSON and JSON of another form are refused alike.
        }
        throw Refusal.badInput("filter is not {\"Field\", \"Value\", \"Operator\"}");
    }

    /** Refuses every operator but this one. */
    JsonFilter only(String allowed) {
        if (!operator.equalsIgnoreCase(allowed)) {
            throw Refusal.badInput("operator " + operator + " is not supported for " + field);
        }
        return this;
    }

    Refusal unknownField() {
        return Refusal.badInput("field " + field + " is not supported");
    }
}
