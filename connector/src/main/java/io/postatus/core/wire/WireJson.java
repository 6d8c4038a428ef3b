/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** JSON to records and back. Reading is lenient, since one field in an unknown form must not cost the others. */
public final class WireJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addHandler(new NullForMisfits())
            // Which asks no handler where a text with nothing in it stands for an object or a list.
            .withCoercionConfigDefaults(defaults -> defaults.setAcceptBlankAsEmpty(true)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .build();

    /** For what a user hands us: what would be dropped silently is an error here. */
    private static final ObjectMapper STRICT =
            JsonMapper.builder().annotationIntrospector(new NoUnknownFields()).build();

    private WireJson() {}

    /** What is not there, or is there in a form that does not fit its field, is null. */
    public static <T> T read(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a misfit was not handled in " + type.getSimpleName(), e);
        }
    }

    /** What a record has on the wire, and under which names. */
    static List<BeanPropertyDefinition> properties(Class<?> type) {
        return MAPPER.getDeserializationConfig()
                .introspect(MAPPER.constructType(type))
                .findProperties();
    }

    /**
     * A map, or JSON text, as a record; strictly.
     *
     * @throws IllegalArgumentException naming the place, not the value
     */
    public static <T> T convert(Object value, Class<T> type) {
        try {
            return value instanceof byte[] json ? STRICT.readValue(json, type) : STRICT.convertValue(value, type);
        } catch (IOException | IllegalArgumentException e) {
            Throwable problem = e instanceof IllegalArgumentException && e.getCause() != null ? e.getCause() : e;
            throw new IllegalArgumentException("this is no " + type.getSimpleName()
                    + (problem instanceof JsonMappingException at ? ", see " + place(at) : ""));
        }
    }

    /**
     * A record, a map, or JSON text or bytes, as a tree.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static JsonNode tree(Object value) {
        try {
            if (value instanceof String text) {
                return MAPPER.readTree(text);
            }
            return value instanceof byte[] json ? MAPPER.readTree(json) : MAPPER.valueToTree(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no JSON");
        }
    }

    private static String place(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wire record is always writable", e);
        }
    }
}
