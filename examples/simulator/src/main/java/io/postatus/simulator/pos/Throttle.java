/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.Duration;
import java.time.Instant;

/** So many requests in each window; the windows of a subscriber follow each other from its first request on. */
final class Throttle {
    private final int most;
    private final Duration window;
    private Instant ends = Instant.MIN;
    private int taken;

    Throttle(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Zero if the request may pass, else how long the window still lasts. */
    synchronized Duration take(Instant now) {
        if (!now.isBefore(ends)) {
            ends = now.plus(window);
            taken = 0;
        }
        if (taken == most) {
            return Duration.between(now, ends);
        }
        taken++;
        return Duration.ZERO;
    }
}
