/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The limit of requests, over all operations of a subscriber; the real one is unknown (apis/ticketutils-pos.md 8). */
final class Limits {
    private record Key(String subscriber, PosOperation operation) {}

    private final PosOptions options;
    private final Map<String, Throttle> throttles = new ConcurrentHashMap<>();
    private final Map<Key, AtomicLong> accepted = new ConcurrentHashMap<>();
    private final Map<Key, AtomicLong> refused = new ConcurrentHashMap<>();

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
        count(wait.isZero() ? accepted : refused, subscriber, operation);
        return wait.isZero() ? Optional.empty() : Optional.of(refusal(wait));
    }

    long accepted(String subscriber, PosOperation operation) {
        return read(accepted, subscriber, operation);
    }

    long refused(String subscriber, PosOperation operation) {
        return read(refused, subscriber, operation);
    }

    private Answer refusal(Duration wait) {
        Answer answer = Refusal.tooManyRequests().answer();
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return options.retryAfter ? answer.withHeader("Retry-After", Long.toString(seconds)) : answer;
    }

    private static void count(Map<Key, AtomicLong> counters, String subscriber, PosOperation operation) {
        counters.computeIfAbsent(new Key(subscriber, operation), key -> new AtomicLong())
                .incrementAndGet();
    }

    private static long read(Map<Key, AtomicLong> counters, String subscriber, PosOperation operation) {
        AtomicLong counter = counters.get(new Key(subscriber, operation));
        return counter == null ? 0 : counter.get();
    }
}
