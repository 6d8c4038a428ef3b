/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * A complete answer.
 *
 * @param status      the HTTP status
 * @param headers     looked up without regard to case; of a repeated header the first
 * @param body        decoded, never null; not copied, so treat it as read-only
 * @param serviceTime what the service's clock said, to the second; null if it did not say
 */
public record ApiResponse(int status, Map<String, String> headers, byte[] body, Instant serviceTime) {

    public ApiResponse {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** Takes the service's time from the {@code Date} header. */
    public static ApiResponse of(int status, Map<String, String> headers, byte[] body) {
        ApiResponse response = new ApiResponse(status, headers, body, null);
        Instant date = response.header("Date").map(DateUtils::parseStandardDate).orElse(null);
        return new ApiResponse(status, headers, body, date);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Without headers and body: both may hold what must not be logged. */
    @Override
    public String toString() {
        return "ApiResponse[" + status + ", " + body.length + " bytes]";
    }
}
