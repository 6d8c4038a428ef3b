/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The events files of one hub, or of several on one stream, as a careful reader takes them: by epoch, a torn line is
 * skipped, an event id that came before is a repeat.
 */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line: its file and number there, and what it tells. */
    record Event(Path file, int line, String id, String number, long epoch, long sequence, String document) {}

    private final List<Event> all = new ArrayList<>();
    private final List<Event> repeats = new ArrayList<>();
    private final List<Event> sameAgain = new ArrayList<>();
    private final List<Event> fallen = new ArrayList<>();
    private final Map<String, Event> last = new HashMap<>();
    private int lines;
    private int torn;

    static Told read(Path... files) throws IOException {
        Told told = new Told();
        for (Path file : files) {
            told.take(file);
        }
        told.judge();
        return told;
    }

    /** How many lines a file has so far. */
    static int lines(Path file) throws IOException {
        return read(file).lines;
    }

    private void take(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        int line = 0;
        long epoch = 0;
        try (Stream<String> texts = Files.lines(file)) {
            for (String text : (Iterable<String>) texts::iterator) {
                line++;
                try {
                    Event event = event(file, line, JSON.readTree(text));
                    all.add(event);
                    if (event.epoch() < epoch) {
                        fallen.add(event);
                    }
                    epoch = event.epoch();
                } catch (JsonProcessingException e) {
                    torn++;
                }
            }
        }
        lines += line;
    }

    private static Event event(Path file, int line, JsonNode json) {
        return new Event(
                file,
                line,
                json.path("eventId").asText(),
                json.path("purchaseOrderNumber").asText(),
                json.path("epoch").asLong(),
                json.path("sequence").asLong(),
                Digest.of(json.path("document").toString()));
    }

    private void judge() {
        all.sort(Comparator.comparingLong(Event::epoch));
        Set<String> ids = new HashSet<>();
        for (Event event : all) {
            Event before = last.put(event.number(), event);
            boolean repeat = !ids.add(event.id());
            if (repeat) {
                repeats.add(event);
            } else if (before != null && event.document().equals(before.document())) {
                sameAgain.add(event);
            }
            if (before != null && isFallen(before, event)) {
                fallen.add(event);
            }
        }
    }

    /** A sequence belongs to one change: it comes again with the same id only. */
    private static boolean isFallen(Event before, Event event) {
        return event.sequence() < before.sequence()
                || event.sequence() == before.sequence() && !event.id().equals(before.id());
    }

    /** The document of an order's last event, null if it was never told. */
    String last(String number) {
        Event event = last.get(number);
        return event == null ? null : event.document();
    }

    int lines() {
        return lines;
    }

    int events() {
        return all.size();
    }

    /** In the order of their epochs. */
    List<Event> all() {
        return all;
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

    /** Events that a reader who goes by epoch and sequence would take for older than the one before. */
    List<Event> fallen() {
        return fallen;
    }
}
