/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Answer;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** The small pieces of Partner Center's documents. */
final class Json {
    private static final String TYPE = "application/json; charset=utf-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter TICKS = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode parse(String text) throws JsonProcessingException {
        JsonNode parsed = MAPPER.readTree(text);
        return parsed == null ? JsonNodeFactory.instance.missingNode() : parsed;
    }

    static Answer answer(int status, JsonNode body) {
        try {
            return Answer.of(status, TYPE, MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zero to seven digits of a second, as real documents have (apis/partner-center-orders.md 4). */
    static String instant(Instant at) {
        return TICKS.format(at);
    }

    static ObjectNode attributes(String type) {
        return object().put("objectType", type);
    }

    /** A collection; {@code totalCount} is the number of items in this page (apis/partner-center-orders.md 5). */
    static ObjectNode collection(ArrayNode items) {
        ObjectNode json = object().put("totalCount", items.size());
        json.set("items", items);
        return json;
    }
}
