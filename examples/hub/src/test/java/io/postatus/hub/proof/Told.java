/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The events file as a careful reader takes it: a torn line is skipped, an event id that came before is a repeat. */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line: the number of the line in the file, and what it tells. */
    record Event(int line, String id, String number, String document) {}

    private final List<Event> repeats = new ArrayList<>();
    private final List<Event> sameAgain = new ArrayList<>();
    private final Map<String, String> last = new HashMap<>();
    private int lines;
    private int events;
    private int torn;

    static Told read(Path file) throws IOException {
        Told told = new Told();
        Set<String> ids = new HashSet<>();
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.forEach(line -> told.take(line, ids));
            }
        }
        return told;
    }

    private void take(String line, Set<String> ids) {
        lines++;
        try {
            JsonNode json = JSON.readTree(line);
            take(
                    new Event(
                            lines,
                            json.path("eventId").asText(),
                            json.path("purchaseOrderNumber").asText(),
                            Digest.of(json.path("document").toString())),
                    ids);
        } catch (JsonProcessingException e) {
            torn++;
        }
    }

    private void take(Event event, Set<String> ids) {
        events++;
        if (!ids.add(event.id())) {
            repeats.add(event);
        } else if (event.document().equals(last.put(event.number(), event.document()))) {
            sameAgain.add(event);
        }
    }

    /** The document of an order's last event, null if it was never told. */
    String last(String number) {
        return last.get(number);
    }

    int lines() {
        return lines;
    }

    int events() {
        return events;
    }

    /** Lines that a killed hub left half written. */
    int torn() {
        return torn;
    }

    /** Events told again with the id that they had before. */
    List<Event> repeats() {
        return repeats;
    }

    /** Events with another id that say what was said before: these no reader can drop. */
    List<Event> sameAgain() {
        return sameAgain;
    }
}
