/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket counted in nanoseconds of refill, so that no rounding ever gives or takes a token: at 10 a second a
 * token is worth exactly 100 ms.
 */
public final class TokenBucket {
    private final long price;
    private final long capacity;
    private long filled;
    private Instant since;

    /** A full bucket of {@code burst} tokens that gains {@code rate} tokens a second. */
    public TokenBucket(double rate, int burst, Instant now) {
        this.price = Math.round(1_000_000_000 / rate);
        this.capacity = price * burst;
        this.filled = capacity;
        this.since = now;
    }

    /** Takes a token if there is one. */
    public synchronized boolean tryAcquire(Instant now) {
        refill(now);
        if (filled < price) {
            return false;
        }
        filled -= price;
        return true;
    }

    /** Takes a token that is not there: the bucket owes it, at most one burst of them. */
    public synchronized void owe(Instant now) {
        refill(now);
        filled = Math.max(filled - price, -capacity);
    }

    /** How long until there is a token. */
    public synchronized Duration untilNext(Instant now) {
        refill(now);
        return Duration.ofNanos(Math.max(0, price - filled));
    }

    private void refill(Instant now) {
        if (now.isAfter(since)) {
            Duration passed = Duration.between(since, now);
            // A pause longer than a day would fill any bucket and could overflow the nanoseconds.
            filled = passed.toDays() > 0 ? capacity : Math.min(capacity, filled + passed.toNanos());
            since = now;
        }
    }
}
