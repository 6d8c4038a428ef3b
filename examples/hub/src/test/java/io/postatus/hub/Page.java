/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A page of documentation and what it shows. */
record Page(String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By its path in the repository. */
    static Page of(String path) throws IOException {
        return new Page(Files.readString(Path.of(System.getProperty("repository"), path)));
    }

    /** The blocks in this language, in the page's order. */
    List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    JsonNode json(int block) throws IOException {
        return JSON.readTree(blocks("json").get(block));
    }

    /** What stands in backticks in the first column of the table under this heading. */
    Set<String> firstColumn(String heading) {
        String section = text.split("(?m)^## " + heading + "$")[1].split("(?m)^## ")[0];
        Set<String> names = new TreeSet<>();
        section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .forEach(cell ->
                        Pattern.compile("`([^`]+)`").matcher(cell).results().forEach(name -> names.add(name.group(1))));
        return names;
    }
}
