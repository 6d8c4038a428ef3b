/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An order at one time.
 *
 * @param id what URLs name; the number is for people
 * @param updated the date of the last update, which only Search and the revisions tell
 */
record OrderVersion(String id, long number, int version, Instant raised, Instant updated, Content content) {
    static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The next version. */
    OrderVersion next(Content other, Instant at) {
        return new OrderVersion(id, number, version + 1, raised, at, other);
    }

    /** The same version with another date of the last update. */
    OrderVersion dated(Instant at) {
        return new OrderVersion(id, number, version, raised, at, content);
    }
}
