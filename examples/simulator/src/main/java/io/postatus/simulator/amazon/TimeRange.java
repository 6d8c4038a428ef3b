/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Duration;
import java.time.Instant;

/** A searched range; either end may be missing. */
record TimeRange(Instant after, Instant before, Bounds bounds) {
    /** The longest range that may be searched (reference, section 5.2). */
    static final Duration LONGEST = Duration.ofDays(7);

    boolean open() {
        return after == null || before == null;
    }

    boolean unbounded() {
        return after == null && before == null;
    }

    boolean reversed() {
        return !open() && after.isAfter(before);
    }

    boolean tooLong() {
        return !open() && Duration.between(after, before).compareTo(LONGEST) > 0;
    }

    boolean contains(Instant at) {
        int least = bounds == Bounds.EXCLUSIVE ? 1 : 0;
        return at == null
                ? unbounded()
                : (after == null || at.compareTo(after) >= least) && (before == null || before.compareTo(at) >= least);
    }

    /** The lowest key that may lie in the range. */
    OrderKey lowest() {
        return OrderKey.first(after == null ? Instant.EPOCH : after);
    }

    /** The highest key that may lie in the range. */
    OrderKey highest() {
        return before == null ? new OrderKey(Long.MAX_VALUE, "\uffff") : OrderKey.last(before);
    }
}
