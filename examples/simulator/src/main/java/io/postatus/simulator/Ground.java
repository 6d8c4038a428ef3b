/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Duration;
import java.time.Instant;

/** What the services of one simulator share. */
public record Ground(World world, TruthLog truth, Faults faults) {
    private static final Duration LATE = Duration.ofMinutes(30);

    /** When readers may see what happens to an order now: at once, unless a fault hides it for a while. */
    public Instant visibleFrom(String account, Instant now) {
        return faults.striking(Fault.LATE_VISIBILITY, Occasion.of(null, account))
                .map(rule -> now.plus(rule.delayOr(LATE)))
                .orElse(now);
    }
}
