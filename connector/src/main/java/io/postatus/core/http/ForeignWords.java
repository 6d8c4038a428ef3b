/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service says, as it may stand in a message of ours: one line, and not a long one. */
public final class ForeignWords {

    private static final int LONGEST = 300;

    private ForeignWords() {}

    public static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Those of the texts that say something. */
    public static String joined(String separator, String... texts) {
        return Stream.of(texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(separator));
    }
}
