/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place between two pages, as seen in real tokens: unpadded base64 of {@code [millis,"number"]} of the last row
 * (reference, section 5.5).
 *
 * @param empties how many empty pages were put in at this place; only a fault makes it more than 0
 */
record PageCursor(OrderKey last, int empties) {
    String token() {
        ArrayNode array = Json.array().add(last.millis()).add(last.number());
        if (empties > 0) {
            array.add(empties);
        }
        byte[] text = array.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().withoutPadding().encodeToString(text);
    }

    /** The place that a token names; {@code null} stays {@code null}. */
    static PageCursor parse(String token) {
        if (token == null) {
            return null;
        }
        try {
            JsonNode array = Json.parse(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8));
            PageCursor cursor = new PageCursor(
                    new OrderKey(array.path(0).asLong(), array.path(1).asText()),
                    array.path(2).asInt());
            if (cursor.token().equals(token)) {
                return cursor;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // Falls through: whatever is wrong with a token, the answer is the same.
        }
        throw Refusal.invalidInput("nextToken is invalid");
    }
}
