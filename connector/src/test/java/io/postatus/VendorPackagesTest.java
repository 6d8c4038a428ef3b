/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor packages read alike: each has the files that {@code ADDING_AN_API.md} says a service needs. */
class VendorPackagesTest {
    private static final Pattern FILE = Pattern.compile("^\\| `Acme(\\w+)` \\|", Pattern.MULTILINE);

    @ParameterizedTest
    @CsvSource({"amazonvendor, AmazonVendor", "partnercenter, PartnerCenter", "pos, Pos"})
    void everyFileOfTheTableIsThere(String folder, String name) throws IOException {
        Path sources = Path.of("src/main/java/io/postatus", folder);
        assertThat(roles()).hasSizeGreaterThan(10).allSatisfy(role -> assertThat(sources.resolve(name + role + ".java"))
                .exists());
        assertThat(sources.resolve("wire")).isDirectory();
    }

    private static List<String> roles() throws IOException {
        return FILE.matcher(Files.readString(Path.of("../ADDING_AN_API.md")))
                .results()
                .map(file -> file.group(1))
                .toList();
    }
}
