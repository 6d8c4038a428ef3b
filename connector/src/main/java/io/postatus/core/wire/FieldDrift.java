/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a document departs from the record that is to hold it. Paths are written {@code a.b[].c}; {@code []} stands for
 * every entry of a list, {@code *} for every name of a map.
 *
 * @param unknown fields that the record does not know; what lies within them is not listed
 * @param missing {@linkplain Required required} fields that are absent or null
 */
public record FieldDrift(SortedSet<String> unknown, SortedSet<String> missing) {
    public static final FieldDrift NONE = new FieldDrift(Collections.emptySortedSet(), Collections.emptySortedSet());

    public FieldDrift {
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }
}
