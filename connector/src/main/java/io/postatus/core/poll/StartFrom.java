/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a stream starts when it starts for the first time.
 *
 * @param instant a fixed instant, or null
 * @param before how long before the first start, if no instant is fixed
 */
public record StartFrom(Instant instant, Duration before) {

    /** @param text {@code now}, an ISO-8601 duration back from now such as {@code P90D}, or an ISO-8601 instant */
    public static StartFrom parse(String text) {
        if ("now".equals(text)) {
            return new StartFrom(null, Duration.ZERO);
        }
        try {
            if (text.startsWith("P")) {
                Duration before = Duration.parse(text);
                if (!before.isNegative()) {
                    return new StartFrom(null, before);
                }
            } else {
                return new StartFrom(Instant.parse(text), null);
            }
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(allowed(text), unreadable);
        }
        throw new IllegalArgumentException(allowed(text));
    }

    private static String allowed(String text) {
        return "startFrom is '" + text + "', allowed are now, a duration back from now such as P90D or PT6H, "
                + "or an instant such as 2026-01-31T00:00:00Z";
    }

    /** Refuses a start that has not come yet: until then nothing would be told, without a word. */
    public void requirePast(Instant now) {
        if (at(now).isAfter(now)) {
            throw new IllegalArgumentException(allowed(instant.toString()) + " that has passed (it is "
                    + now.truncatedTo(ChronoUnit.SECONDS) + " now)");
        }
    }

    Instant at(Instant now) {
        return instant == null ? now.minus(before) : instant;
    }
}
