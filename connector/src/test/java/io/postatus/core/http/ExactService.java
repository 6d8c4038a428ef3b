/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/** The service's side of a rate limit: an exact token bucket in whole billionths of a token, with a clock of its own. */
public final class ExactService {

    private static final long TOKEN = 1_000_000_000L;

    private final long perSecond;
    private final long burst;
    private final double clockSpeed;
    private long tokens;
    private long filledAt;
    private int accepted;
    private int refused;

    public ExactService(int perSecond, int burst, int tokensAtStart, double clockSpeed) {
        this.perSecond = perSecond;
        this.burst = burst * TOKEN;
        this.tokens = tokensAtStart * TOKEN;
        this.clockSpeed = clockSpeed;
    }

    /** A request arrives; answers whether there was a token for it. */
    public boolean accepts(long nanos) {
        long now = (long) (nanos * clockSpeed);
        tokens = Math.min(burst, tokens + (now - filledAt) * perSecond);
        filledAt = now;
        if (tokens < TOKEN) {
            refused++;
            return false;
        }
        tokens -= TOKEN;
        accepted++;
        return true;
    }

    int accepted() {
        return accepted;
    }

    int refused() {
        return refused;
    }

    void forget() {
        accepted = 0;
        refused = 0;
    }
}
