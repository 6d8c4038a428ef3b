/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.time.Duration;

/**
 * How a stream is polled.
 *
 * @param interval from one poll to the next; also the unit of the pause after a failed one
 * @param startFrom where the first poll starts
 * @param initialState what is done with orders older than the first start
 * @param lookback how late the service may show an entry: time is read again until a reading began this long after it
 * @param safetyLag how far behind the clocks time is credited
 * @param retention how far back the service can be asked what changed; null if it cannot be asked by time
 * @param shown how long after its last change the service may show an order; null if for ever
 * @param watchInterval after which an open order is read again by its id; null if the service says what changed
 * @param slicesInFlight how many slices are read side by side
 * @param maxUnconfirmed how many changes may wait for their exchanges before reading pauses
 * @param confirmTimeout how long an exchange may take before it counts as failed
 * @param leaseLife how long the stream stays ours without a renewal
 */
public record PollSettings(
        Duration interval,
        StartFrom startFrom,
        InitialState initialState,
        Duration lookback,
        Duration safetyLag,
        Duration retention,
        Duration shown,
        Duration watchInterval,
        int slicesInFlight,
        int maxUnconfirmed,
        Duration confirmTimeout,
        Duration leaseLife) {

    /** The longest pause after failed polls. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    public PollSettings {
        positive("delay", interval);
        notNegative("lookback", lookback);
        notNegative("safetyLag", safetyLag);
        positive("retention", retention);
        positive("openOrderInterval", watchInterval);
        positive("confirmTimeout", confirmTimeout);
        positive("leaseLife", leaseLife);
        if (slicesInFlight < 1) {
            throw new IllegalArgumentException("concurrentRequests is " + slicesInFlight + ", allowed is 1 or more");
        }
        if (maxUnconfirmed < 1) {
            throw new IllegalArgumentException("maxUnconfirmed is " + maxUnconfirmed + ", allowed is 1 or more");
        }
    }

    private static void positive(String option, Duration value) {
        if (value != null && (value.isNegative() || value.isZero())) {
            throw new IllegalArgumentException(option + " is " + value + ", allowed is more than zero");
        }
    }

    private static void notNegative(String option, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(option + " is " + value + ", allowed is zero or more");
        }
    }

    /** The interval, doubled with every failure, up to the longest pause (or the interval, if that is longer). */
    Duration pauseAfter(int failures) {
        Duration longest = interval.compareTo(LONGEST_PAUSE) > 0 ? interval : LONGEST_PAUSE;
        Duration pause = interval;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
