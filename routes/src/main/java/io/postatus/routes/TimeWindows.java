/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import io.postatus.core.model.TimeWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Cuts the time up to now into windows that the service can search.
 *
 * <ol>
 *   <li>Every instant from {@code createdWithin} ago up to now lies inside a window, never only on a bound: whether the
 *       bounds of a search belong to it is not documented (apis/amazon-vendor-orders.md 5.2), so each window is asked
 *       for with one {@code resolution} more at both ends.
 *   <li>No window is longer than {@code window}, those two included.
 *   <li>Windows are made as they are asked for, oldest first, so a sweep of months holds one of them in memory.
 * </ol>
 */
public final class TimeWindows {
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Clock clock;
    private Duration createdWithin = Duration.ofDays(30);
    private Duration window = LONGEST;
    private Duration resolution = Duration.ofSeconds(1);

    public TimeWindows() {
        this(Clock.systemUTC());
    }

    TimeWindows(Clock clock) {
        this.clock = clock;
    }

    /** The windows, as of now. */
    public Iterator<TimeWindow> upToNow() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration step = window.minus(resolution.multipliedBy(2));
        return Stream.iterate(now.minus(createdWithin), from -> from.isBefore(now), from -> from.plus(step))
                .map(from -> widened(from, from.plus(step).isAfter(now) ? now : from.plus(step)))
                .iterator();
    }

    private TimeWindow widened(Instant from, Instant to) {
        return new TimeWindow(from.minus(resolution), to.plus(resolution));
    }

    /** How far back to begin. */
    public void setCreatedWithin(Duration createdWithin) {
        if (createdWithin.isNegative() || createdWithin.isZero()) {
            throw new IllegalArgumentException(
                    "createdWithin is " + createdWithin + ": say how far back, such as P30D");
        }
        this.createdWithin = createdWithin;
    }

    /** The longest span of one search. */
    public void setWindow(Duration window) {
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("window is " + window
                    + ", allowed is PT10M (ten minutes) to P7D (7 days, the most that Amazon searches)");
        }
        this.window = window;
    }

    /** In which steps the service understands a bound; a second, or a minute. */
    public void setResolution(Duration resolution) {
        this.resolution = resolution;
    }
}
