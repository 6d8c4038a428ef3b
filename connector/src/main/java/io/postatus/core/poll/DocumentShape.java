/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.model.PlainNumber;
import io.postatus.core.wire.WireFields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * How a vendor's document is taken apart for comparison. Paths are written {@code a.b[].c}; {@code []} stands for every
 * entry of a list.
 *
 * @param version grows whenever the rules change; across versions only what both know is compared
 * @param keys lists whose entries have a name of their own: path of the list to the entry's naming field. Other lists are
 *     compared as a whole, whatever the order of their entries, since no service promises one
 * @param leftOut paths that the summary holds already, or that change without meaning anything; what lies below them is
 *     left out too
 * @param known the fields that our record of the document has
 */
public record DocumentShape(int version, Map<String, String> keys, Set<String> leftOut, WireFields known) {
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");
    /** What an instant is written as in the end, so nothing is to be done: the form of nearly all. */
    private static final Pattern PLAIN_INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.(?!000)\\d{3})?Z");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}\\.\\d{1,30}");

    public DocumentShape {
        keys = Map.copyOf(keys);
        leftOut = Set.copyOf(leftOut);
    }

    /** Every field of the document as path and text: sorted, numbers and instants in one form. */
    public SortedMap<String, String> fields(JsonNode document) {
        SortedMap<String, StringJoiner> fields = new TreeMap<>();
        collect("", "", document, fields);
        SortedMap<String, String> texts = new TreeMap<>();
        fields.forEach((path, text) -> texts.put(path, text.toString()));
        return texts;
    }

    /** @param entry which entry of a list with keys we are in, for example {@code 2:}; empty outside */
    private void collect(String path, String entry, JsonNode node, SortedMap<String, StringJoiner> fields) {
        if (leftOut.contains(path) || node.isNull()) {
            return;
        }
        String key = keys.get(path);
        if (node.isObject()) {
            node.properties().forEach(field -> collect(below(path, field.getKey()), entry, field.getValue(), fields));
        } else if (node.isArray() && key != null) {
            sorted(node, key).forEach((name, child) -> collect(path + "[]", entry + name + ":", child, fields));
        } else {
            fields.computeIfAbsent(path, first -> new StringJoiner(", ")).add(entry + text(node));
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Entries that share a name, or have none, are told apart by their text: their order means nothing either. */
    private static SortedMap<String, JsonNode> sorted(JsonNode list, String key) {
        Map<String, List<JsonNode>> byName = new TreeMap<>();
        list.forEach(entry -> byName.computeIfAbsent(text(entry.path(key)), name -> new ArrayList<>())
                .add(entry));
        SortedMap<String, JsonNode> entries = new TreeMap<>();
        byName.forEach((name, same) -> {
            same.sort(Comparator.comparing(DocumentShape::text));
            for (int i = 0; i < same.size(); i++) {
                entries.put(i == 0 ? name : name + "'" + i, same.get(i));
            }
        });
        return entries;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(DocumentShape::text)
                    .sorted()
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return new TreeMap<>(value.properties().stream()
                            .filter(field -> !field.getValue().isNull())
                            .collect(Collectors.toMap(Map.Entry::getKey, field -> text(field.getValue()))))
                    .toString();
        }
        return value.isNumber() ? PlainNumber.text(value.decimalValue()) : normal(value.asText());
    }

    private static String normal(String text) {
        if (DATE_TIME.matcher(text).matches()) {
            return PLAIN_INSTANT.matcher(text).matches() ? text : instant(text);
        }
        return DECIMAL.matcher(text).matches() ? PlainNumber.text(new BigDecimal(text)) : text;
    }

    private static String instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException notOneInstant) {
            return text; // two date-times in one text, or one without a zone: compared as written
        }
    }
}
