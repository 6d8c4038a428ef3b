/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Tally;
import io.postatus.simulator.TokenBucket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rate limits: a bucket per account and operation, or in the sandbox one per account (reference, sections 9, 10). */
final class Limits {
    private static final double SANDBOX_RATE = 5;
    private static final int SANDBOX_BURST = 15;

    private record Key(String account, AmazonOperation operation) {}

    private final AmazonOptions options;
    private final Map<Key, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final Tally tally = new Tally();

    Limits(AmazonOptions options) {
        this.options = options;
    }

    void take(AmazonAccount account, AmazonOperation operation, Instant now) {
        Key bucket = new Key(account.id(), options.sandbox == null ? operation : null);
        boolean taken = buckets.computeIfAbsent(bucket, key -> new TokenBucket(rate(operation), burst(operation), now))
                .tryAcquire(now);
        tally.count(account.id(), operation, taken);
        if (!taken) {
            throw Refusal.quotaExceeded();
        }
    }

    double rate(AmazonOperation operation) {
        if (options.rate != null) {
            return options.rate;
        }
        return options.sandbox == null ? operation.rate() : SANDBOX_RATE;
    }

    /** How many requests were within the limits, and how many over. */
    Tally tally() {
        return tally;
    }

    private int burst(AmazonOperation operation) {
        if (options.burst != null) {
            return options.burst;
        }
        return options.sandbox == null ? operation.burst() : SANDBOX_BURST;
    }
}
