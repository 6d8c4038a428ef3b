/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Lease;
import io.postatus.core.state.PollState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * R12: once a day what is not needed any more is forgotten, by the poll that carries what is read over midnight, UTC. What
 * was read never shrinks, so there is one such poll a day at most, and nothing needs to be noted.
 */
final class Pruning {
    /** A finished order is known in full for this long, and forgotten this long after the service could last show it. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Parts parts;
    private final HeldStream stream;
    /** The end of what was read before this poll; null if nothing was, and so nothing is there to be forgotten. */
    private final Instant before;

    private Instant readTo = Instant.MIN;

    Pruning(Parts parts, HeldStream stream, Coverage coverage) {
        this.parts = parts;
        this.stream = stream;
        this.before = coverage.covered().windows().stream()
                .map(TimeWindow::to)
                .max(Instant::compareTo)
                .orElse(null);
    }

    void credited(TimeWindow window) {
        readTo = window.to().isAfter(readTo) ? window.to() : readTo;
    }

    /** At the end of a good poll. */
    void prune() {
        Instant midnight = parts.clock().earlier().truncatedTo(ChronoUnit.DAYS);
        if (parts.settings().shown() == null
                || before == null
                || before.isAfter(midnight)
                || !readTo.isAfter(midnight)) {
            return;
        }
        forget(
                parts.store(),
                stream.lease(),
                parts.timeline().now(),
                parts.settings().shown());
    }

    /** @param shown how long after its last change the service may show an order */
    static void forget(PollState store, Lease lease, Instant now, Duration shown) {
        Instant finishedBefore = now.minus(KEPT);
        store.prune(lease, finishedBefore, finishedBefore.minus(shown));
    }
}
