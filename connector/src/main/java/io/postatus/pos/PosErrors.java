/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.http.ApiResponse;
import io.postatus.core.http.JsonDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads error bodies, of which nothing is documented: apis/ticketutils-pos.md 8. */
final class PosErrors {

    /** Other things are said to be not found too, an account for one: only of results it is an answer. */
    private static final String NOTHING = "result not found";

    private static final String ADVICE =
            "check apiKey and secretKey; if both are right and only requests with a query are refused, try another"
                    + " signedPath";

    private PosErrors() {}

    /** Version 2 said 400 where nothing was found: an answer like others. */
    static boolean accepted(ApiResponse response) {
        return response.successful() || response.status() == 400 && saysNotFound(JsonDecoding.lenient(response));
    }

    /** Whether an answer says that there is no such thing, whatever its status. */
    static boolean saysNotFound(JsonNode body) {
        return hasErrors(body)
                && messages(body).stream()
                        .anyMatch(message -> message.toLowerCase(Locale.ROOT).contains(NOTHING));
    }

    /** Whether an answer holds errors in place of what was asked for. */
    static boolean hasErrors(JsonNode body) {
        boolean errors = !body.path("Errors").isEmpty() || body.has("Message");
        return body.isObject() && errors && !body.has("Items") && !body.has("PurchaseOrderId");
    }

    /** What the service says, and what to do if access was denied. */
    static String text(ApiResponse response) {
        List<String> texts = messages(JsonDecoding.lenient(response));
        if (response.status() == 401) {
            texts.add(ADVICE);
        }
        return String.join("; ", texts);
    }

    static List<String> messages(JsonNode body) {
        List<String> messages = new ArrayList<>();
        add(body.path("Message"), messages);
        add(body.path("MessageDetail"), messages);
        body.path("Errors").forEach(error -> add(error.path("ErrorDescription"), messages));
        return messages;
    }

    private static void add(JsonNode message, List<String> messages) {
        if (!message.asText("").isBlank()) {
            messages.add(message.asText());
        }
    }
}
