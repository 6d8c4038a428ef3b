/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place between two pages. Its token carries the whole question, so that nothing has to be repeated, and has signs
 * that an address could not (apis/partner-center-orders.md 5).
 *
 * @param empties how many empty pages were put in at this place; only a fault makes it more than 0
 */
record PageCursor(String collection, Map<String, String> query, long last, int empties) {
    /** Before every item. */
    static final long START = Long.MIN_VALUE;

    String token() {
        ObjectNode json = Json.object().put("of", collection).put("last", last).put("empties", empties);
        ObjectNode asked = json.putObject("query");
        query.forEach(asked::put);
        String text = Base64.getEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
        return "1,/" + text + "+=";
    }

    PageCursor at(long place) {
        return new PageCursor(collection, query, place, 0);
    }

    PageCursor again() {
        return new PageCursor(collection, query, last, empties + 1);
    }

    static PageCursor parse(String token, String collection) {
        if (token.startsWith("1,/") && token.endsWith("+=")) {
            try {
                byte[] text = Base64.getDecoder().decode(token.substring(3, token.length() - 2));
                JsonNode json = Json.parse(new String(text, StandardCharsets.UTF_8));
                Map<String, String> query = new LinkedHashMap<>();
                json.path("query")
                        .fields()
                        .forEachRemaining(
                                each -> query.put(each.getKey(), each.getValue().asText()));
                if (json.path("of").asText().equals(collection)) {
                    return new PageCursor(
                            collection,
                            query,
                            json.path("last").asLong(),
                            json.path("empties").asInt());
                }
            } catch (IllegalArgumentException | JsonProcessingException e) {
                // Falls through: whatever is wrong with a token, the answer is the same.
            }
        }
        throw Refusal.badInput("the continuation token is not valid");
    }
}
