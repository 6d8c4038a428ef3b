/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Which fields some JSON has, by path, and of which type each is; {@code []} stands for all entries of a list. */
record Shape(Map<String, String> fields) {

    static Shape of(JsonNode json) {
        Map<String, String> fields = new TreeMap<>();
        add("", json, fields);
        return new Shape(fields);
    }

    private static void add(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> add(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            node.forEach(entry -> add(path + "[]", entry, fields));
        } else {
            fields.put(path, node.getNodeType().toString());
        }
    }

    Shape under(String path) {
        Map<String, String> some = new TreeMap<>(fields);
        some.keySet().removeIf(name -> !name.startsWith(path));
        return new Shape(some);
    }

    Shape without(String path) {
        Map<String, String> some = new TreeMap<>(fields);
        some.keySet().removeIf(name -> name.startsWith(path));
        return new Shape(some);
    }
}
