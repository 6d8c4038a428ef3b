/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads of a Kamelet: all of it comes from its definition, but for the example. */
record KameletPage(KameletFile kamelet) {
    private static final Path EXAMPLES = Path.of("src/test/resources/kamelet-examples");

    Path path() {
        return Path.of("../docs/kamelets", kamelet.name() + ".md");
    }

    String example() {
        try {
            return Files.readString(EXAMPLES.resolve(kamelet.name() + ".yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(kamelet.name() + " has no example", e);
        }
    }

    String text() {
        return """
                # %s

                `kamelet:%s`

                %s

                ```yaml
                %s```

                ## Parameters

                | parameter | is |
                |---|---|
                %s%s
                Made from the Kamelet by `KameletPagesTest`, which also runs the example.
                """
                .formatted(
                        at("title").asText(),
                        kamelet.name(),
                        at("description").asText(),
                        example(),
                        parameters(),
                        message("in", "What it takes") + message("out", "What it hands on"));
    }

    private JsonNode at(String field) {
        return kamelet.at("/spec/definition/" + field);
    }

    /** The required ones first, the rest in the order of the form. */
    private String parameters() {
        List<String> required = new ArrayList<>();
        at("required").forEach(name -> required.add(name.asText()));
        return kamelet.properties().properties().stream()
                .sorted(Comparator.comparing(property -> !required.contains(property.getKey())))
                .map(property -> row(property.getKey(), property.getValue(), required.contains(property.getKey())))
                .collect(Collectors.joining());
    }

    private static String row(String name, JsonNode property, boolean required) {
        List<String> facts = new ArrayList<>();
        facts.add(property.path("title").asText() + (required ? ", **required**" : ""));
        facts.add(property.path("description").asText().replace("|", "\\|"));
        if (property.path("format").asText().equals("password")) {
            facts.add("A secret.");
        }
        if (property.has("enum")) {
            facts.add("One of " + words(property.path("enum")) + ".");
        }
        if (!property.path("default").asText().isEmpty()) {
            facts.add("Default `" + property.path("default").asText() + "`.");
        }
        if (property.has("example")) {
            facts.add("Example `" + property.path("example").asText() + "`.");
        }
        return "| `%s` | %s: %s |\n".formatted(name, facts.get(0), String.join(" ", facts.subList(1, facts.size())));
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add("`" + word.asText() + "`"));
        return String.join(", ", words);
    }

    private String message(String direction, String heading) {
        JsonNode message = kamelet.at("/spec/dataTypes/" + direction);
        if (message.isMissingNode()) {
            return "";
        }
        String usual = message.path("default").asText();
        return """

                ## %s

                | body | is |
                |---|---|
                %s%s"""
                .formatted(
                        heading,
                        table(
                                message.path("types"),
                                (name, type) ->
                                        type.path("description").asText() + " " + mediaType(type, name.equals(usual))),
                        message.has("headers")
                                ? "\n| header | is |\n|---|---|\n"
                                        + table(message.path("headers"), (name, header) -> header.path("description")
                                                .asText())
                                : "");
    }

    private static String mediaType(JsonNode type, boolean usual) {
        return "(`" + type.path("mediaType").asText() + "`" + (usual ? ", the default)" : ")");
    }

    private interface Cell {
        String of(String name, JsonNode value);
    }

    private static String table(JsonNode entries, Cell cell) {
        return entries.properties().stream()
                .map((Map.Entry<String, JsonNode> entry) ->
                        "| `%s` | %s |\n".formatted(entry.getKey(), cell.of(entry.getKey(), entry.getValue())))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return kamelet.name();
    }
}
