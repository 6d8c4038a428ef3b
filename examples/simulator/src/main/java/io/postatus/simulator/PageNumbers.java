/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which page a token asks for. Tokens carry no number; faults on "page n" need one. */
public final class PageNumbers {
    private static final int KEPT = 10_000;
    private final Map<String, Integer> numbers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > KEPT;
        }
    };

    /** The number of the page behind a token; the first page has none. */
    public synchronized int of(String token) {
        return token == null ? 1 : numbers.getOrDefault(token, 2);
    }

    /** Remembers which page a token leads to. */
    public synchronized void issued(String token, int number) {
        numbers.put(token, number);
    }
}
