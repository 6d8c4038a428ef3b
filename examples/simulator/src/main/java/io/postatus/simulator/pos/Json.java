/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The small pieces of POS documents. */
final class Json {
    static final String TYPE = "application/json; charset=utf-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The JSON object in a text, if that is what the text holds. */
    static Optional<ObjectNode> parse(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole number in the type that a parser would choose, so that documents made and documents read compare. */
    static JsonNode number(long value) {
        return value == (int) value
                ? JsonNodeFactory.instance.numberNode((int) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    /** Writes the values of an object with their paths, such as {@code UpdatedSince.FromDate}; arrays stay whole. */
    static void flatten(String path, ObjectNode object, Map<String, String> into) {
        object.fields().forEachRemaining(field -> {
            if (field.getValue() instanceof ObjectNode inner) {
                flatten(path + field.getKey() + ".", inner, into);
            } else {
                JsonNode value = field.getValue();
                into.put(path + field.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
    }

    /** Money is an object; its amount is a number, exact for all amounts that occur here. */
    static ObjectNode money(BigDecimal amount, String currency) {
        return object().put("Currency", currency).put("Amount", amount.doubleValue());
    }
}
