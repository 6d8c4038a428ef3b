/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.time.Duration;

/**
 * After how long a stream whose polls are good is unhealthy all the same.
 *
 * @param quiet without a change; null if never
 * @param horizon without having read further; null if never
 */
record HealthThresholds(Duration quiet, Duration horizon) {
    private static final Duration USUAL = Duration.ofHours(3);
    /** One turn may be long and another late. */
    private static final int TURNS = 3;

    /**
     * @param quiet null or zero for never
     * @param horizon zero for never; null for what is usual
     * @param turn how often the horizon moves on when all is well
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static HealthThresholds of(Duration quiet, Duration horizon, Duration turn) {
        if (quiet != null && quiet.isNegative()) {
            throw new IllegalArgumentException(
                    "quietThreshold is " + quiet + ", allowed is zero, which switches it off, or more");
        }
        if (horizon != null && !horizon.isZero() && horizon.compareTo(turn) <= 0) {
            throw new IllegalArgumentException("horizonThreshold is " + horizon
                    + ", allowed is zero, which switches it off, or more than " + turn
                    + ": the horizon moves on only that often when all is well");
        }
        return new HealthThresholds(onlyIfPositive(quiet), onlyIfPositive(horizon == null ? usual(turn) : horizon));
    }

    private static Duration usual(Duration turn) {
        Duration turns = turn.multipliedBy(TURNS);
        return turns.compareTo(USUAL) > 0 ? turns : USUAL;
    }

    private static Duration onlyIfPositive(Duration threshold) {
        return threshold == null || threshold.isZero() ? null : threshold;
    }
}
