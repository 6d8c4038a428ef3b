/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of news a change is. */
public enum ChangeKind {
    /** The order was never told on this stream before. */
    FIRST_SEEN("first-seen"),
    /** The order differs from what was last told. */
    CHANGED("changed"),
    /** Nothing is new: somebody asked for the order to be told again. */
    REPLAYED("replayed");

    private final String word;

    ChangeKind(String word) {
        this.word = word;
    }

    /** The word as events carry it. */
    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
