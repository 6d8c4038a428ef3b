/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The instants of a stream that were read completely and whose changes were all confirmed or parked.
 *
 * <p>An instant is <em>settled</em> once a reading that covers it began more than a lookback after it: entries that the
 * service shows late have been seen then. Planning reads what is not settled, so what is covered but fresh is read again.
 *
 * @param covered everything read
 * @param settled the part of it that need not be read again
 */
public record Coverage(Intervals covered, Intervals settled) {

    public static final Coverage NONE = new Coverage(Intervals.NONE, Intervals.NONE);

    /**
     * Credits a closed slice.
     *
     * @param began the service's time at which the reading of the slice began
     */
    public Coverage plus(TimeWindow read, Instant began, Duration lookback) {
        Intervals nowSettled =
                read.before(began.minus(lookback)).map(settled::plus).orElse(settled);
        return new Coverage(covered.plus(read), nowSettled);
    }

    /** What is to be read: everything in the window that is not settled, oldest first. */
    public List<TimeWindow> unsettled(TimeWindow within) {
        return settled.gaps(within);
    }
}
