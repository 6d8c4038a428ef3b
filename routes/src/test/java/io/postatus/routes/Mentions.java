/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the endpoints that the repository shows: in every YAML file with routes, every README, docs, and all else under
 * examples. YAML is understood, also inside of a README; the rest is searched for our schemes and Kamelets.
 */
final class Mentions {
    private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules", "test", "generated");
    private static final Set<String> SHORTHANDS = Set.of("from", "to", "toD", "wireTap", "deadLetterUri", "enrich");
    private static final Pattern URI =
            Pattern.compile("(?<![\\w:/.-])(amazonvendor|partnercenter|pos|kamelet):[A-Za-z][^\\s\"'`<>|)\\]]*");
    private static final Pattern KAMELET_PROPERTY = Pattern.compile(
            "camel\\.kamelet\\.(amazonvendor-[\\w-]+|partnercenter-[\\w-]+|pos-[\\w-]+)\\.(\\w+)\\s*[=:]");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)[^\\n]*\\n(.*?)^```");

    private final List<Mention> found = new ArrayList<>();

    private Mentions() {}

    /** All of a repository. */
    static List<Mention> in(Path repository) throws IOException {
        Mentions mentions = new Mentions();
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = SKIPPED.contains(String.valueOf(folder.getFileName()));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                mentions.file(repository.relativize(file).toString().replace('\\', '/'), file);
                return FileVisitResult.CONTINUE;
            }
        });
        return mentions.found;
    }

    /** One text, by the name that its file has or would have. */
    static List<Mention> in(String name, String text) throws IOException {
        Mentions mentions = new Mentions();
        mentions.text(name, text);
        return mentions.found;
    }

    private void file(String name, Path file) throws IOException {
        boolean example = name.startsWith("examples/") && name.matches(".*\\.(java|properties|xml|md|sh)");
        if (example || name.matches(".*\\.ya?ml") || name.matches("(.*README|docs/.*)\\.md")) {
            text(name, Files.readString(file));
        }
    }

    private void text(String name, String text) throws IOException {
        if (name.matches(".*\\.ya?ml")) {
            yaml(name, text);
        } else if (name.endsWith(".md")) {
            markdown(name, text);
        } else {
            plain(name, text);
        }
    }

    private void markdown(String name, String text) throws IOException {
        StringBuilder rest = new StringBuilder();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            boolean yaml = fence.group(1).matches("ya?ml");
            if (yaml) {
                yaml(name, fence.group(2));
            }
            fence.appendReplacement(rest, yaml ? "" : Matcher.quoteReplacement(fence.group(2)));
        }
        plain(name, fence.appendTail(rest).toString());
    }

    private void plain(String name, String text) {
        Matcher uri = URI.matcher(text);
        while (uri.find()) {
            found.add(new Mention(name, uri.group().replaceAll("[.,;:]+$", ""), Map.of()));
        }
        Matcher property = KAMELET_PROPERTY.matcher(text);
        while (property.find()) {
            found.add(new Mention(name, "kamelet:" + property.group(1), Map.of(property.group(2), "{{any}}")));
        }
    }

    private void yaml(String name, String text) throws IOException {
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNext()) {
                walk(name, documents.next());
            }
        }
    }

    private void walk(String name, JsonNode node) {
        if (node.path("uri").isTextual()) {
            found.add(new Mention(name, node.path("uri").asText(), texts(node.path("parameters"))));
        }
        node.fields().forEachRemaining(field -> {
            if (SHORTHANDS.contains(field.getKey()) && field.getValue().isTextual()) {
                found.add(new Mention(name, field.getValue().asText(), Map.of()));
            }
        });
        node.forEach(child -> walk(name, child));
    }

    private static Map<String, String> texts(JsonNode parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        parameters
                .fields()
                .forEachRemaining(parameter ->
                        texts.put(parameter.getKey(), parameter.getValue().asText()));
        return texts;
    }
}
