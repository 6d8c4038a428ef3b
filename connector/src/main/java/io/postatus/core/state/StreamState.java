/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;

/**
 * What a stream holds as a whole.
 *
 * @param startFrom the first instant that the stream wants, fixed at its first start; null before it
 * @param startedAt when the stream first started, null before
 * @param coverage what was read on the axis and with the filters asked for
 * @param confirmed how many changes were ever confirmed
 * @param failures how many polls failed in a row
 * @param pausedUntil the stream is not due before this time, null if it is not paused
 * @param pauseReason why, for people
 */
public record StreamState(
        Instant startFrom,
        Instant startedAt,
        Coverage coverage,
        long confirmed,
        int failures,
        Instant pausedUntil,
        String pauseReason) {

    public static final StreamState NEW = new StreamState(null, null, Coverage.NONE, 0, 0, null, null);

    /** The instant up to which everything was read without a gap; the start if nothing was. Null before the first start. */
    public Instant readUpTo() {
        return startFrom == null
                ? null
                : coverage.covered().windows().stream()
                        .filter(window -> window.contains(startFrom))
                        .findFirst()
                        .map(TimeWindow::to)
                        .orElse(startFrom);
    }

    /** How much time was read since the start, gaps left out. */
    public Duration read() {
        return coverage.covered().windows().stream()
                .flatMap(window -> window.since(startFrom).stream())
                .map(TimeWindow::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
