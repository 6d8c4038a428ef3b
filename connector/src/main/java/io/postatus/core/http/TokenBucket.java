/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.util.concurrent.TimeUnit;

/**
 * The arithmetic of the right to send. It starts below zero by one more than the senders, because whoever sent before
 * may have emptied the service's bucket and may still have that many requests on the way. Its burst leaves room for our
 * own requests on the way, so that the service's bucket, if it is exact, always has a token when one of them arrives.
 * Pure; guarded by its owner.
 */
final class TokenBucket {

    private final double burst;
    private final AdaptiveRate rate;
    private double tokens;
    private double perSecond;
    private long filledAt;

    TokenBucket(RateLimit limit, long now) {
        this.burst = limit.clientBurst();
        this.rate = new AdaptiveRate(limit.perSecond());
        this.tokens = -(limit.senders() + 1);
        this.perSecond = rate.at(now);
        this.filledAt = now;
    }

    /** How long until {@link #take} succeeds if nothing else happens; zero if it would now. */
    long nanosUntilToken(long now) {
        fill(now);
        double missing = Math.max(0, 1 - tokens);
        long resting = Math.max(0, filledAt - now);
        return resting + (long) Math.ceil(missing / perSecond * TimeUnit.SECONDS.toNanos(1));
    }

    boolean take(long now) {
        fill(now);
        if (tokens < 1 || now - filledAt < 0) {
            return false;
        }
        tokens--;
        return true;
    }

    /** A request was not sent after all. */
    void putBack() {
        tokens = Math.min(burst, tokens + 1);
    }

    /** A request got no answer in time and may reach the service after its turn. */
    void chargeOnceMore(long now) {
        fill(now);
        tokens--;
    }

    void reported(double ratePerSecond, long now) {
        fill(now);
        if (rate.reported(ratePerSecond)) {
            // What we saved up at the old rate the service has not.
            tokens = Math.min(tokens, 0);
        }
        perSecond = rate.at(now);
    }

    /** The service refused: slower from now on. */
    void halve(long now) {
        fill(now);
        rate.halve(now);
        perSecond = rate.at(now);
    }

    /** No token for a while, and none saved up meanwhile. */
    void pause(long nanos, long now) {
        fill(now);
        tokens = Math.min(tokens, 0);
        filledAt = Math.max(filledAt, now + nanos);
    }

    double perSecond(long now) {
        fill(now);
        return perSecond;
    }

    /** Does nothing while paused: {@code filledAt} lies ahead then. */
    private void fill(long now) {
        if (now - filledAt > 0) {
            double seconds = (now - filledAt) / 1e9;
            tokens = Math.min(burst, tokens + seconds * perSecond);
            filledAt = now;
        }
        perSecond = rate.at(now);
    }
}
