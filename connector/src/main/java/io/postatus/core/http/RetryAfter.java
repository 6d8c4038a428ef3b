/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** The service's wish to be left alone, RFC 9110 section 10.2.3. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * @param now our clock, for a service that gives a date and no {@code Date}: it is its own clock that counts
     * @return null if the service wishes nothing, or nothing we understand
     */
    static Duration of(ApiResponse response, Instant now) {
        String wish = response.header("Retry-After").map(String::trim).orElse("");
        if (SECONDS.matcher(wish).matches()) {
            return Duration.ofSeconds(Long.parseLong(wish.length() > MOST_DIGITS ? "999999999" : wish));
        }
        Instant date = DateUtils.parseStandardDate(wish);
        if (date == null) {
            return null;
        }
        Duration left = Duration.between(response.serviceTime() == null ? now : response.serviceTime(), date);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
