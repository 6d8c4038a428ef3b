/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.util.Comparator;

/**
 * A moment that can be compared with any other moment of the same stream, on whichever node: epochs never overlap, and
 * within one the monotonic clock of one process counts.
 */
public record Mark(long epoch, long nanos) implements Comparable<Mark> {
    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::epoch).thenComparingLong(Mark::nanos);

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(Mark other) {
        return compareTo(other) > 0;
    }
}
