/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables from services' words to canonical statuses stand in one place, {@code src/test/resources/statuses}: each
 * vendor's test plays its table row by row, and {@code docs/statuses.md} is made from them. After a change of a table:
 * {@code mvn test -pl connector -am -Dtest=StatusTablesTest -Dstatuses.write -Dsurefire.failIfNoSpecifiedTests=false}
 */
class StatusTablesTest {
    private static final Path PAGE = Path.of("../docs/statuses.md");

    @Test
    void thePageForPeopleSaysWhatTheTablesSay() throws IOException {
        if (System.getProperty("statuses.write") != null) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).hasContent(page());
    }

    @Test
    void everyCanonicalStatusIsExplainedAndSaidToBeOpenOrNot() {
        assertThat(rows("canonical"))
                .extracting(row -> row.get(0) + " " + row.get(2))
                .containsExactlyElementsOf(Arrays.stream(Status.values())
                        .map(status -> status + (status.isOpen() ? " yes" : " no"))
                        .toList());
    }

    private static String page() {
        return """
                # Statuses

                Made from the tables in `connector/src/test/resources/statuses`, which the tests play row by row
                (`StatusTablesTest` says how to make it anew).

                An event holds the canonical status (`status`), the same words for every service, and the service's own word
                beside it, unchanged (`vendorStatus`, `vendorStatuses`). A word that no table knows is passed on as `unknown` and
                reported as [drift](how-it-works.md#drift).

                %s
                ## Amazon Vendor Orders (`amazonvendor`)

                Amazon says little of the order (`OPEN`, `CLOSED`) and more of its lines. Examples, a dash for what is left out:

                %s
                ## Partner Center (`partnercenter`)

                What is watched one by one is read again by its id; the rest only in the lists of its customer.

                %s
                ## Ticket Utils POS (`pos`)

                The words of `POStatus` are not documented, so only dates speak, and the option `statuses`, which says what words
                mean: `statuses=Closed=completed,4=cancelled`. The year 1 means not set.

                %s"""
                .formatted(table("canonical"), table("amazonvendor"), table("partnercenter"), table("pos"));
    }

    private static String table(String name) {
        List<List<String>> rows =
                lines(name).stream().map(StatusTablesTest::cells).toList();
        int width = rows.get(0).size();
        String rule = "|" + String.join("|", Collections.nCopies(width, "---")) + "|\n";
        return line(rows.get(0), width)
                + rule
                + rows.stream().skip(1).map(row -> line(row, width)).collect(joining());
    }

    private static String line(List<String> row, int width) {
        return "| "
                + Stream.iterate(0, i -> i < width, i -> i + 1)
                        .map(i -> i < row.size() && !row.get(i).isEmpty() ? row.get(i) : "–")
                        .collect(joining(" | "))
                + " |\n";
    }

    private static List<List<String>> rows(String name) {
        return lines(name).stream().skip(1).map(StatusTablesTest::cells).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<String> lines(String name) {
        try (InputStream table = StatusTablesTest.class.getResourceAsStream("/statuses/" + name + ".csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("table " + name + " cannot be read", e);
        }
    }
}
