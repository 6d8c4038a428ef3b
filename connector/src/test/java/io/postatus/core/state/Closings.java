/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;

/** Closings on a time line of seconds in January, long before the contract's clock. */
final class Closings {
    private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

    private Closings() {}

    static TimeWindow window(long from, long to) {
        return new TimeWindow(ORIGIN.plusSeconds(from), ORIGIN.plusSeconds(to));
    }

    static Closing read(long from, long to, long began, long lookback) {
        Instant beganAt = ORIGIN.plusSeconds(began);
        Evidence evidence = new Evidence(3, beganAt, beganAt.plusMillis(1), 2, 100, 7, 1);
        return new Closing(window(from, to), Duration.ofSeconds(lookback), false, evidence);
    }

    static Closing lost(long from, long to) {
        Instant noticed = ORIGIN.plusSeconds(to);
        return new Closing(window(from, to), Duration.ofDays(1), true, new Evidence(3, noticed, noticed, 0, 0, 0, 0));
    }

    /** Read right after it passed. */
    static Closing read(Instant from, Duration length) {
        Instant to = from.plus(length);
        return new Closing(new TimeWindow(from, to), Duration.ZERO, false, new Evidence(1, to, to, 1, 1, 1, 0));
    }
}
