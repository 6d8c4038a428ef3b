/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each sentence of docs/promise.md is backed by a test that exists. */
class PromisePageTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!sentence|in your route|-).*\\|$");

    private final String page = read(REPOSITORY.resolve("docs/promise.md"));

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources;
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            sources = files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            PromisePageTest::read,
                            String::concat));
        }
        List<MatchResult> named = TEST.matcher(page).results().toList();

        assertThat(named).hasSizeGreaterThan(15).allSatisfy(test -> assertThat(sources.get(test.group(1)))
                .as(test.group())
                .isNotNull()
                .satisfies(source -> assertThat(above(source, test.group(2)))
                        .as("what stands above %s", test.group(2))
                        .containsPattern("@(Test|ParameterizedTest|Property)\\b")
                        .doesNotContain("@Disabled")));
    }

    /** From the end of the method before. */
    private static String above(String source, String method) {
        int at = source.indexOf("void " + method + "(");
        return at < 0 ? "" : source.substring(Math.max(0, source.lastIndexOf("\n    }\n", at)), at);
    }

    @Test
    void everySentenceOfTheTablesNamesATest() {
        assertThat(ROW.matcher(page).results().map(MatchResult::group))
                .allSatisfy(row -> assertThat(row).containsPattern(TEST));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
