/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What people asked to be read besides, piece by piece, oldest first. It takes its turn once nothing else is left to do: at
 * least one piece a poll, and further ones as long as they are likely to be read and told before the next poll is due. So
 * the first piece is short, and one after a piece that took little of the time is longer.
 */
final class BackfillTurns {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Parts parts;
    private final Planner planner;
    private final StreamState state;
    private Deque<TimeWindow> ranges;
    private Instant nextPoll;
    private Instant began;
    private Duration length = SHORTEST;

    BackfillTurns(Parts parts, Planner planner, StreamState state) {
        this.parts = parts;
        this.planner = planner;
        this.state = state;
    }

    /** To be asked when everything else is read and told, the last piece too. Empty if there is nothing to be read now. */
    List<Slice> next() {
        Instant now = parts.timeline().now();
        if (ranges == null) {
            ranges = new ArrayDeque<>(planner.backfills(state));
            nextPoll = now.plus(parts.settings().interval());
        } else if (!hasTimeForAnother(now)) {
            return List.of();
        }
        began = now;
        List<Slice> piece = List.of();
        while (piece.isEmpty() && !ranges.isEmpty()) {
            piece = parts.source().planRange(cut(ranges.remove()), parts.clock().now());
        }
        return piece;
    }

    private boolean hasTimeForAnother(Instant now) {
        Duration took = Duration.between(began, now);
        Duration left = Duration.between(now, nextPoll);
        Duration doubled = length.multipliedBy(2);
        if (took.multipliedBy(4).compareTo(left) <= 0 && doubled.compareTo(LONGEST) <= 0) {
            length = doubled;
        }
        return took.compareTo(left) < 0;
    }

    /** The rest stays first in line. */
    private TimeWindow cut(TimeWindow range) {
        Instant end = range.from().plus(length);
        range.since(end).ifPresent(ranges::addFirst);
        return range.before(end).orElseThrow();
    }
}
