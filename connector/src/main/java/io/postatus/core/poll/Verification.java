/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import java.util.List;

/**
 * What came of reading a range again and holding it against what was told. Nothing was told, and nothing changed.
 *
 * @param pages answers read
 * @param orders orders compared
 * @param same orders that stand as they were last told
 * @param underWay orders of which a change is about to be told or confirmed, or to be read again
 * @param different how many differ, of which the first thousand are {@code differences}
 */
public record Verification(
        TimeWindow window, int pages, int orders, int same, int underWay, int different, List<Difference> differences) {

    static final int MOST_DIFFERENCES = 1000;

    public Verification {
        differences = List.copyOf(differences);
    }

    /** How an order differs. */
    public enum Kind {
        /** The service shows it, and it was never told. */
        NEVER_TOLD,
        /** The service shows it otherwise than it was last told. */
        DIFFERS,
        /** It was given up on. */
        PARKED,
        /** The service does not know it by its id. */
        NOT_FOUND,
        /** An entry that nothing can be made of. */
        UNREADABLE
    }

    /**
     * An order that differs.
     *
     * @param orderId as the service is asked for it
     * @param was the canonical status last told, null if none
     * @param is the canonical status now, null if it is not found
     * @param fields the paths of the fields that differ
     */
    public record Difference(String orderId, Kind kind, String was, String is, List<String> fields) {

        public Difference {
            fields = List.copyOf(fields);
        }
    }
}
