/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Camel's plugin generates is committed: designers, Quarkus and users without the build read it. */
class GeneratedSourcesTest {

    @Test
    void whatIsCommittedIsWhatTheGeneratorWrites() {
        SortedMap<String, String> committed = files(Path.of("target", "generated-as-committed"));
        SortedMap<String, String> generated = files(Path.of("src", "generated"));
        assertThat(committed)
                .as("src/generated was out of date; the build has just rewritten it, so look at it and commit it")
                .isEqualTo(generated);
    }

    private static SortedMap<String, String> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            SortedMap<String, String> files = new TreeMap<>();
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), text(file)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index is binary and holds no times. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
