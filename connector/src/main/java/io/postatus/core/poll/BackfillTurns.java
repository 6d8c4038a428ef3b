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
 * What people asked to be read besides, piece by piece. It takes its turn once nothing else is left to do: at least one
 * piece a poll, and further ones as long as they are likely to be read and told within another interval. So the first piece
 * is short, and one after a piece that took little of that time is longer.
 *
 * <ol>
 *   <li>After a piece that failed there is no other in this poll: two failures in a row would count as a service that is
 *       down, and keep what is live waiting.
 *   <li>Every other poll begins at the newest end, so that a piece that always fails keeps back nothing but itself.
 * </ol>
 */
final class BackfillTurns {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Parts parts;
    private final Planner planner;
    private final StreamState state;
    private final boolean newestFirst;
    private Deque<TimeWindow> ranges;
    private Instant end;
    private Instant pieceBegan;
    private boolean wholePiece;
    private List<Slice> piece = List.of();
    private boolean failed;
    private Duration length;

    BackfillTurns(Parts parts, HeldStream stream, Planner planner, StreamState state) {
        this.parts = parts;
        this.planner = planner;
        this.state = state;
        this.newestFirst = stream.epoch() % 2 == 1;
    }

    /** To be asked when everything else is read and told, the last piece too. Empty if there is nothing to be read now. */
    List<Slice> next() {
        Instant now = parts.timeline().now();
        if (ranges == null) {
            ranges = new ArrayDeque<>(planner.backfills(state));
            end = now.plus(parts.settings().interval());
            length = smallest();
        } else if (failed || !hasTimeForAnother(now)) {
            return List.of();
        }
        pieceBegan = now;
        piece = List.of();
        while (piece.isEmpty() && !ranges.isEmpty()) {
            TimeWindow window = newestFirst ? newest(ranges.removeLast()) : oldest(ranges.remove());
            wholePiece = window.length().equals(length);
            piece = parts.source().planRange(window, parts.clock().now());
        }
        return piece;
    }

    boolean reads(Slice slice) {
        return piece.contains(slice);
    }

    void stayedOpen(Slice slice) {
        failed |= reads(slice);
    }

    /** A short piece says nothing of how long a longer one takes. */
    private boolean hasTimeForAnother(Instant now) {
        Duration took = Duration.between(pieceBegan, now);
        Duration left = Duration.between(now, end);
        if (took.compareTo(left) >= 0) {
            return false;
        }
        if (wholePiece && took.multipliedBy(4).compareTo(left) <= 0) {
            Duration doubled = length.multipliedBy(2);
            length = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
        return true;
    }

    private Duration smallest() {
        return parts.source().grain().getDuration();
    }

    /** The rest stays where it was. */
    private TimeWindow oldest(TimeWindow range) {
        Instant cut = range.from().truncatedTo(parts.source().grain()).plus(length);
        range.since(cut).ifPresent(ranges::addFirst);
        return range.before(cut).orElseThrow();
    }

    private TimeWindow newest(TimeWindow range) {
        Instant last = range.to().minusNanos(1).truncatedTo(parts.source().grain());
        Instant cut = last.plus(smallest()).minus(length);
        range.before(cut).ifPresent(ranges::addLast);
        return range.since(cut).orElseThrow();
    }
}
