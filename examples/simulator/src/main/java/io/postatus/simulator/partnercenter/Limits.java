/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Answer;
import io.postatus.simulator.Tally;
import io.postatus.simulator.TokenBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rate limits: a bucket per tenant and resource (apis/partner-center-orders.md 12). */
final class Limits {
    private static final double SECONDS = 60;

    private record Key(String tenant, String resource) {}

    private final PartnerCenterOptions options;
    private final Map<Key, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final Tally tally = new Tally();

    Limits(PartnerCenterOptions options) {
        this.options = options;
    }

    /** Takes a token, or tells how long to wait; a refused request costs one, too, unless switched off. */
    Optional<Duration> take(PartnerTenant tenant, PartnerCenterOperation operation, Instant now) {
        Key resource = new Key(tenant.id(), operation.resource());
        TokenBucket bucket = buckets.computeIfAbsent(
                resource, key -> new TokenBucket(options.ratePerMinute / SECONDS, options.burst(), now));
        boolean taken = bucket.tryAcquire(now);
        tally.count(tenant.id(), operation, taken);
        if (taken) {
            return Optional.empty();
        }
        if (options.refusedRequestsCount) {
            bucket.owe(now);
        }
        return Optional.of(bucket.untilNext(now));
    }

    /** The refusal, whose body is like no other; part of a second counts as a whole one. */
    static Answer refusal(Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        ObjectNode body = Json.object()
                .put("statusCode", 429)
                .put("message", "Rate limit is exceeded. Try again in " + seconds + " seconds.");
        return Answer.of(429, "application/json", body.toString()).withHeader("Retry-After", Long.toString(seconds));
    }

    /** How many requests were within the limits, and how many over. */
    Tally tally() {
        return tally;
    }
}
