/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fields that a wire record knows, with those of the records within it. Made once from the record itself: its
 * components, their names on the wire, and which of them are {@link Required}.
 */
public final class WireFields {
    /** What is no record of ours is not ours to judge: a text, a number, a document that is kept as it came. */
    private static final WireFields ANYTHING = new WireFields(Map.of(), null, List.of());

    private final Map<String, WireFields> byName;
    /** What each value of a map is; null if this is none. */
    private final WireFields each;

    private final List<String> required;

    private WireFields(Map<String, WireFields> byName, WireFields each, List<String> required) {
        this.byName = byName;
        this.each = each;
        this.required = required;
    }

    public static WireFields of(Class<? extends Record> type) {
        Map<String, String> names = WireJson.properties(type).stream()
                .collect(Collectors.toMap(BeanPropertyDefinition::getInternalName, BeanPropertyDefinition::getName));
        Map<String, WireFields> byName = new HashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = names.get(component.getName());
            byName.put(name, of(component.getGenericType()));
            if (component.isAnnotationPresent(Required.class)) {
                required.add(name);
            }
        }
        return new WireFields(byName, null, required);
    }

    private static WireFields of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] parts = generic.getActualTypeArguments();
            WireFields last = of(parts[parts.length - 1]);
            return generic.getRawType() == Map.class && last != ANYTHING
                    ? new WireFields(Map.of(), last, List.of())
                    : last;
        }
        return type instanceof Class<?> known && known.isRecord() ? of(known.asSubclass(Record.class)) : ANYTHING;
    }

    /** How the document departs from the record. Costs a look-up a field, and nothing more if it does not. */
    public FieldDrift drift(JsonNode document) {
        Walk walk = new Walk();
        walk.through(document, this);
        return walk.unknown.isEmpty() && walk.missing.isEmpty()
                ? FieldDrift.NONE
                : new FieldDrift(walk.unknown, walk.missing);
    }

    /** Notes on the way where it is; a path is written only for what is found. */
    private static final class Walk {
        private static final String ENTRY = "[]";
        private static final String ANY_NAME = "*";

        final SortedSet<String> unknown = new TreeSet<>();
        final SortedSet<String> missing = new TreeSet<>();
        private final List<String> way = new ArrayList<>();

        void through(JsonNode node, WireFields known) {
            if (known == ANYTHING) {
                return;
            }
            if (node.isArray()) {
                node.forEach(entry -> step(ENTRY, entry, known));
            } else if (node.isObject() && known.each != null) {
                node.forEach(value -> step(ANY_NAME, value, known.each));
            } else if (node.isObject()) {
                object(node, known);
            }
        }

        private void object(JsonNode node, WireFields known) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                WireFields within = known.byName.get(field.getKey());
                if (within != null) {
                    step(field.getKey(), field.getValue(), within);
                } else if (!field.getValue().isNull()) {
                    unknown.add(path(field.getKey()));
                }
            }
            for (String name : known.required) {
                if (!node.hasNonNull(name)) {
                    missing.add(path(name));
                }
            }
        }

        private void step(String name, JsonNode node, WireFields known) {
            if (node.isContainerNode()) {
                way.add(name);
                through(node, known);
                way.remove(way.size() - 1);
            }
        }

        private String path(String name) {
            StringBuilder path = new StringBuilder();
            for (String step : way) {
                path.append(step.equals(ENTRY) || path.isEmpty() ? "" : ".").append(step);
            }
            return path.append(path.isEmpty() ? "" : ".").append(name).toString();
        }
    }
}
