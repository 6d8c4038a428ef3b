/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a request asks for behind its path, in the order in which it was set, not yet encoded. */
public record Query(List<QueryParameter> parameters) {

    public static final Query NONE = new Query(List.of());

    public Query {
        parameters = List.copyOf(parameters);
    }

    /** A changed copy. A parameter that is there already changes its value; null takes it out. */
    public Query with(String name, Object value) {
        List<QueryParameter> changed = new ArrayList<>(parameters);
        changed.removeIf(parameter -> parameter.name().equals(name));
        if (value != null) {
            changed.add(new QueryParameter(name, value.toString()));
        }
        return new Query(changed);
    }

    /** Null if it is not set. */
    public String value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(QueryParameter::value)
                .findFirst()
                .orElse(null);
    }

    /** As it goes over the wire, with its question mark; empty if there is nothing to ask. */
    String encoded() {
        return parameters.isEmpty()
                ? ""
                : parameters.stream().map(QueryParameter::encoded).collect(Collectors.joining("&", "?", ""));
    }
}
