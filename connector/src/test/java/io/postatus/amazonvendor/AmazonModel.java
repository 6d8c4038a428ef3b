/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a document against Amazon's own published model and lists what does not fit. */
final class AmazonModel {

    private final JsonNode definitions;

    private AmazonModel(JsonNode definitions) {
        this.definitions = definitions;
    }

    static AmazonModel in(Path file) {
        return new AmazonModel(SandboxPairs.read(file).get("definitions"));
    }

    List<String> deviations(String definition, JsonNode document) {
        List<String> found = new ArrayList<>();
        check("", definitions.get(definition), document, found);
        return found;
    }

    private void check(String path, JsonNode schema, JsonNode value, List<String> found) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replace("#/definitions/", "");
            check(path, definitions.get(name), value, found);
            return;
        }
        switch (schema.path("type").asText("object")) {
            case "array" -> value.forEach(entry -> check(path + "[]", schema.get("items"), entry, found));
            case "object" -> object(path, schema, value, found);
            default -> scalar(path, schema, value, found);
        }
    }

    private void object(String path, JsonNode schema, JsonNode value, List<String> found) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                found.add(path + "." + required.asText() + " is required and missing");
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode of = schema.path("properties").path(field.getKey());
            if (of.isMissingNode()) {
                found.add(path + "." + field.getKey() + " is not in the model");
            } else {
                check(path + "." + field.getKey(), of, field.getValue(), found);
            }
        }
    }

    private static void scalar(String path, JsonNode schema, JsonNode value, List<String> found) {
        String type = schema.get("type").asText();
        boolean fits =
                switch (type) {
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "boolean" -> value.isBoolean();
                    default -> throw new IllegalStateException("type " + type);
                };
        if (!fits) {
            found.add(path + " is no " + type);
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            found.add(path + " is " + value.asText() + ", which is no word of the model");
        }
        if (schema.path("format").asText().equals("date-time") && !isDateTime(value.asText())) {
            found.add(path + " is no date-time");
        }
    }

    private static boolean contains(JsonNode words, JsonNode value) {
        for (JsonNode word : words) {
            if (word.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
