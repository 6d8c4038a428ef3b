/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets that were seen in this JVM and that no test has failed for yet: the first of each place. */
final class Sightings {
    private final Map<String, String> seen = new LinkedHashMap<>();

    /** @param where the text was seen, on the calling thread */
    void look(String where, CharSequence text) {
        Canary.in(text)
                .map(secret -> where + ", thread " + Thread.currentThread().getName() + ": " + secret)
                .ifPresent(sighting -> add(where, sighting));
    }

    private synchronized void add(String where, String sighting) {
        seen.putIfAbsent(where, sighting);
    }

    /** @throws AssertionError that says where a secret was seen since the last call, if anywhere */
    void assertNone() {
        List<String> found = taken();
        if (!found.isEmpty()) {
            throw new AssertionError("Secrets were seen, by this test or by one that ran at the same time:\n"
                    + String.join("\n", found));
        }
    }

    private synchronized List<String> taken() {
        List<String> found = List.copyOf(seen.values());
        seen.clear();
        return found;
    }
}
