/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The small pieces of Amazon's documents. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

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

    /** UTF-8 at once: a page has hundreds of kilobytes. */
    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Instants of the status operation have milliseconds. */
    static String millis(Instant at) {
        return MILLIS.format(at);
    }

    /** Instants of the orders operations end at the second. */
    static String seconds(Instant at) {
        return SECONDS.format(at);
    }

    static ObjectNode quantity(int amount, Goods goods) {
        return object().put("amount", amount).put("unitOfMeasure", goods.unit()).put("unitSize", goods.size());
    }

    static ObjectNode money(BigDecimal amount, Goods goods) {
        return object().put("currencyCode", goods.currency())
                .put("amount", amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    static ObjectNode party(String id) {
        return object().put("partyId", id);
    }
}
