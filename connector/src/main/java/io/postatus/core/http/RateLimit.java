/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/**
 * What a service allows one account in one operation, and how many of our requests may be on the way at once.
 *
 * @param perSecond tokens a second, as the service documents it
 * @param burst     the service's burst
 * @param senders   requests between grant and answer. Filling 10/s takes about three
 */
public record RateLimit(double perSecond, int burst, int senders) {

    /** For services that publish no limit, such as token services: wide, but 429 and 503 still slow it down. */
    public static final RateLimit UNPUBLISHED = new RateLimit(50, 50, 8);

    static final double LOWEST = 0.001;

    public RateLimit {
        if (!(perSecond >= LOWEST && perSecond <= 10_000)) {
            throw new IllegalArgumentException(
                    "rate " + perSecond + " is not possible: requests a second, 0.001 to 10000");
        }
        if (burst < 2) {
            throw new IllegalArgumentException("burst " + burst + " is too small: 2 at least");
        }
        if (senders < 1 || senders >= burst) {
            throw new IllegalArgumentException("senders " + senders + " is not possible: 1 to " + (burst - 1)
                    + " with a burst of " + burst + ", so that requests on the way never overrun the service's bucket");
        }
    }

    /** What is left of the service's burst when every sender has a request on the way. */
    int clientBurst() {
        return burst - senders;
    }
}
