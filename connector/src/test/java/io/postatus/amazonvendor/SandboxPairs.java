/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amazon's published models and sandbox pairs. They lie beside the checkout, not in it. */
final class SandboxPairs {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** One of Amazon's examples: what is asked, and what is answered. */
    record Pair(
            int number,
            String operation,
            String method,
            String path,
            int status,
            JsonNode parameters,
            JsonNode response) {
        String parameter(String name) {
            return parameters.path(name).isMissingNode()
                    ? null
                    : parameters.get(name).asText();
        }

        @Override
        public String toString() {
            return number + " " + operation + " " + status + " " + (parameters.isEmpty() ? "catch-all" : parameters);
        }
    }

    private SandboxPairs() {}

    /** The folder, found by walking up from the working directory; {@code shared} may be a sibling on the way. */
    static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            for (Path candidate : List.of(at.resolve("shared/data/amazon"), at.resolve("work/shared/data/amazon"))) {
                if (Files.isRegularFile(candidate.resolve("sandboxExamples.json"))) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    static List<Pair> all(Path folder) {
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode pair : read(folder.resolve("sandboxExamples.json"))) {
            pairs.add(new Pair(
                    pairs.size(),
                    pair.get("operation").asText(),
                    pair.get("method").asText(),
                    pair.get("path").asText(),
                    pair.get("status").asInt(),
                    pair.get("parameters"),
                    pair.get("response")));
        }
        return pairs;
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
