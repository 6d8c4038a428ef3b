/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Which failed calls are sent again, and how long to wait first. The wait is a value; waiting is somebody else's.
 *
 * @param attempts          sends of one call at most, the first included
 * @param first             upper bound of the first wait; it doubles with each attempt
 * @param longest           upper bound of any wait that the service did not ask for
 * @param longestRetryAfter upper bound of a wait that the service asked for
 * @param random            full jitter; asked by many threads at once
 */
public record RetryPolicy(
        int attempts, Duration first, Duration longest, Duration longestRetryAfter, RandomGenerator random) {

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts " + attempts + " is too small: 1 at least");
        }
        Objects.requireNonNull(random, "random");
    }

    /** Five attempts, up to 1 s, 2 s, 4 s … 30 s; up to 5 min if the service says so. */
    public static RetryPolicy standard() {
        return standard(() -> ThreadLocalRandom.current().nextLong());
    }

    public static RetryPolicy standard(RandomGenerator random) {
        return new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), random);
    }

    /** After an answer that was no success. */
    boolean repeats(ApiRequest request, int attempt, int status) {
        boolean usual = request.repeatable() && (status == 429 || status >= 500);
        return attempt < attempts && (usual || request.alsoRetry().contains(status));
    }

    /** After a send without a complete answer, whose fate may be unknown. */
    boolean repeats(ApiRequest request, int attempt) {
        return attempt < attempts && request.repeatable();
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt    counted from 1
     * @param retryAfter what the service asked for, null if nothing. The wait is not shorter, within our bound
     */
    public Duration delayAfter(int attempt, Duration retryAfter) {
        Duration jittered = jittered(attempt);
        if (retryAfter == null) {
            return jittered;
        }
        Duration asked = retryAfter.compareTo(longestRetryAfter) < 0 ? retryAfter : longestRetryAfter;
        return asked.compareTo(jittered) < 0 ? jittered : asked;
    }

    private Duration jittered(int attempt) {
        double bound = Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, attempt - 1));
        return Duration.ofMillis(Math.round(bound * random.nextDouble()));
    }
}
