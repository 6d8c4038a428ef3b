/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Answer;
import io.postatus.simulator.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The limit of requests, over all operations of a subscriber; the real one is unknown (apis/ticketutils-pos.md 8). */
final class Limits {
    private final PosOptions options;
    private final Map<String, Throttle> throttles = new ConcurrentHashMap<>();
    private final Tally tally = new Tally();

    Limits(PosOptions options) {
        this.options = options;
    }

    /** The refusal, if the limit is reached. */
    Optional<Answer> take(String subscriber, PosOperation operation, Instant now) {
        Duration wait = options.throttleRequests == 0
                ? Duration.ZERO
                : throttles
                        .computeIfAbsent(
                                subscriber, key -> new Throttle(options.throttleRequests, options.throttleWindow))
                        .take(now);
        tally.count(subscriber, operation, wait.isZero());
        return wait.isZero() ? Optional.empty() : Optional.of(refusal(wait));
    }

    /** How many requests were within the limits, and how many over. */
    Tally tally() {
        return tally;
    }

    private Answer refusal(Duration wait) {
        Answer answer = Refusal.tooManyRequests().answer();
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return options.retryAfter ? answer.withHeader("Retry-After", Long.toString(seconds)) : answer;
    }
}
