/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The secrets that were seen in this JVM and that no test has failed for yet. */
final class Sightings {
    /** One is a defect; more tell where it is. */
    private static final int MOST = 10;

    private final List<String> seen = new ArrayList<>();

    /** @param where the text was seen, on the calling thread */
    void look(String where, CharSequence text) {
        Optional<String> secret = Canary.in(text);
        if (secret.isPresent()) {
            add(where + ", thread " + Thread.currentThread().getName() + ": " + secret.get());
        }
    }

    private synchronized void add(String sighting) {
        if (seen.size() < MOST) {
            seen.add(sighting);
        }
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
        List<String> found = List.copyOf(seen);
        seen.clear();
        return found;
    }
}
