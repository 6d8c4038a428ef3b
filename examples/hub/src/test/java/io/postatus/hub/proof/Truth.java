/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The versions of every order, oldest first, as digests of their documents. */
record Truth(Map<String, List<String>> versions) {

    static Truth read(Path file) throws IOException {
        Map<String, List<String>> versions = new HashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split(" "))
                    .forEach(words -> versions.computeIfAbsent(words[0], number -> new ArrayList<>())
                            .add(words[1]));
        }
        return new Truth(versions);
    }

    int orders() {
        return versions.size();
    }

    /** Orders whose last telling is not their last version, or a later one than this truth knows. */
    List<String> missing(Told told) {
        return versions.entrySet().stream()
                .filter(order -> !isLatest(order.getValue(), told.last(order.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Events of states that no order was ever in, as far as this truth knows. */
    List<Told.Event> invented(Told told) {
        return told.all().stream()
                .filter(event ->
                        !versions.getOrDefault(event.number(), List.of()).contains(event.document()))
                .toList();
    }

    private static boolean isLatest(List<String> versions, String told) {
        return told != null && (versions.indexOf(told) < 0 || told.equals(versions.get(versions.size() - 1)));
    }
}
