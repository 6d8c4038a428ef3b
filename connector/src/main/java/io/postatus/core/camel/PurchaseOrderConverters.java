/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.core.model.PurchaseOrderChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.Converter;

/** A change as JSON, for everything in Camel that asks for text, bytes, a stream or a map: files, brokers, HTTP, SQL. */
@Converter(generateLoader = true)
public final class PurchaseOrderConverters {
    /** Numbers of the service's document keep their digits. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private PurchaseOrderConverters() {}

    @Converter
    public static String toText(PurchaseOrderChange change) throws JsonProcessingException {
        return JSON.writeValueAsString(change);
    }

    @Converter
    public static byte[] toBytes(PurchaseOrderChange change) throws JsonProcessingException {
        return JSON.writeValueAsBytes(change);
    }

    @Converter
    public static InputStream toStream(PurchaseOrderChange change) throws JsonProcessingException {
        return new ByteArrayInputStream(toBytes(change));
    }

    /** By way of the text, since the service's document is raw JSON in there. */
    @Converter
    public static JsonNode toTree(PurchaseOrderChange change) throws JsonProcessingException {
        return JSON.readTree(toText(change));
    }

    @Converter
    public static Map<String, Object> toMap(PurchaseOrderChange change) throws JsonProcessingException {
        return JSON.readValue(toText(change), MAP);
    }

    /** From JSON, as routes have it after a converter or a broker. */
    @Converter
    public static PurchaseOrderChange fromText(String json) throws JsonProcessingException {
        return JSON.readValue(json, PurchaseOrderChange.class);
    }

    @Converter
    public static PurchaseOrderChange fromBytes(byte[] json) throws IOException {
        return JSON.readValue(json, PurchaseOrderChange.class);
    }

    @Converter
    public static PurchaseOrderChange fromStream(InputStream json) throws IOException {
        return JSON.readValue(json, PurchaseOrderChange.class);
    }

    /** One JSON object: the attributes of the event, and the change as its data. */
    static String toCloudEvent(PurchaseOrderChange change) throws JsonProcessingException {
        ObjectNode event = JSON.createObjectNode();
        CloudEvent.attributes(change).forEach(event::put);
        event.put("datacontenttype", CloudEvent.DATA_CONTENT_TYPE);
        event.set("data", toTree(change));
        return JSON.writeValueAsString(event);
    }
}
