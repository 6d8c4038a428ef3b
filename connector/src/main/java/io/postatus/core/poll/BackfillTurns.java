/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.StreamState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What people asked to be read besides, piece by piece. It takes its turn once nothing else is left to do: at least one
 * piece a poll, and further ones as long as the next poll would not be due yet.
 */
final class BackfillTurns {
    private final Parts parts;
    private final Planner planner;
    private final StreamState state;
    private Deque<Slice> pieces;
    private Instant until;

    BackfillTurns(Parts parts, Planner planner, StreamState state) {
        this.parts = parts;
        this.planner = planner;
        this.state = state;
    }

    /** To be asked when everything else is read and told. */
    Optional<Slice> next() {
        Instant now = parts.timeline().now();
        if (pieces == null) {
            pieces = new ArrayDeque<>(planner.planBackfill(state));
            until = now.plus(parts.settings().interval());
            return Optional.ofNullable(pieces.poll());
        }
        return now.isBefore(until) ? Optional.ofNullable(pieces.poll()) : Optional.empty();
    }
}
