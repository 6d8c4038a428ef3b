/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A Kamelet as it is shipped: the version is filled in. */
record KameletFile(Path path, JsonNode yaml) {
    static final Path FOLDER = Path.of("target", "classes", "kamelets");

    static List<KameletFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(KameletFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KameletFile named(String name) {
        return read(FOLDER.resolve(name + ".kamelet.yaml"));
    }

    private static KameletFile read(Path path) {
        try {
            return new KameletFile(path, new YAMLMapper().readTree(Files.readString(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return at("/metadata/name").asText();
    }

    String type() {
        return at("/metadata/labels").path("camel.apache.org/kamelet.type").asText();
    }

    JsonNode annotation(String key) {
        return at("/metadata/annotations").path("camel.apache.org/" + key);
    }

    JsonNode properties() {
        return at("/spec/definition/properties");
    }

    JsonNode at(String pointer) {
        JsonNode found = yaml.at(pointer);
        return found instanceof MissingNode ? MissingNode.getInstance() : found;
    }

    /** Every object of the template, from top to bottom. */
    List<JsonNode> templateObjects() {
        List<JsonNode> all = new ArrayList<>();
        walk(at("/spec/template"), all::add);
        return all;
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> walk(child, visitor));
    }

    @Override
    public String toString() {
        return name();
    }
}
