/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A module whose tests nobody watches fails the build. */
class EverySuiteTest {
    private static final Path REPOSITORY = Path.of("../..");

    static List<Path> modules() throws IOException {
        return Pattern.compile("<module>(.*?)</module>")
                .matcher(Files.readString(REPOSITORY.resolve("pom.xml")))
                .results()
                .map(module -> REPOSITORY.resolve(module.group(1)))
                .filter(module -> !module.endsWith("canary"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void itsTestsAreWatched(Path module) throws IOException {
        assertThat(module.resolve("pom.xml")).content().contains("<artifactId>purchase-orders-canary</artifactId>");
        assertThat(module.resolve("src/test/resources/junit-platform.properties"))
                .content()
                .contains("junit.jupiter.extensions.autodetection.enabled = true")
                .contains("junit.jupiter.tempdir.factory.default = " + WatchedFolder.class.getName());
    }
}
