/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.designer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.main.Main;

/** A file that a designer writes, run as it stands. */
record Flow(Path file) {
    static final Path FOLDER = Path.of("flows");

    /** Those of the examples. */
    static List<Flow> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .map(Flow::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Flow named(String name) {
        return new Flow(FOLDER.resolve(name + ".camel.yaml"));
    }

    /** Camel with this flow and the settings beside it, but for these. */
    Main with(Map<String, String> others) {
        return with(file.resolveSibling("application.properties"), others);
    }

    /** Camel with this flow and these settings, but for the others. */
    Main with(Path settings, Map<String, String> others) {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + settings);
        main.configure().withRoutesIncludePattern("file:" + file);
        main.configure().withShutdownTimeout(10);
        others.forEach(main::addOverrideProperty);
        return main;
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
