/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** Says which option nobody knows, and which was probably meant. Never its value, which may be a secret. */
final class UnknownOptions {
    private static final int TYPING_ERROR = 2;

    private UnknownOptions() {}

    static String message(String scheme, Collection<String> unknown, Collection<String> known) {
        String option = unknown.iterator().next();
        String nearest = known.stream()
                .min(Comparator.comparingInt(name -> distance(option, name)))
                .orElseThrow();
        return scheme + " has no option '" + option + "'. "
                + (distance(option, nearest) <= TYPING_ERROR
                        ? "Do you mean " + nearest + "?"
                        : "It has " + String.join(", ", new TreeSet<>(known)) + ".");
    }

    /** Levenshtein's: how many letters must be changed, added or left out. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[row.length - 1];
    }
}
