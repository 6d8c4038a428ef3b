/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often things happen.
 *
 * @param changes how many in each span, on average
 * @param tick what every interval is a multiple of, so that instants are as fine as the service's dates
 */
public record Pace(double changes, Duration span, Duration tick) {
    private static final Duration NANOSECOND = Duration.ofNanos(1);

    /** So many changes a minute. */
    public static Pace perMinute(double changes) {
        return new Pace(changes, Duration.ofMinutes(1), NANOSECOND);
    }

    /** So many changes an hour. */
    public static Pace perHour(double changes) {
        return new Pace(changes, Duration.ofHours(1), NANOSECOND);
    }

    /** The same pace, in intervals that are multiples of {@code other}. */
    public Pace inTicksOf(Duration other) {
        return new Pace(changes, span, other);
    }

    /** An interval drawn by lot, as between events that know nothing of each other; at least one tick. */
    long nanosToNext(RandomGenerator random) {
        double wait = -Math.log(1 - random.nextDouble()) * span.toNanos() / changes;
        long grain = tick.toNanos();
        return grain + (long) wait / grain * grain;
    }
}
