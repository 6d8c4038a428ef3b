/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.time.Duration;

/** The service refused for too many requests, and did so again after our retries. */
public final class RateLimitedException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public RateLimitedException(
            String account, String operation, int status, String requestId, String message, Duration retryAfter) {
        super(account, operation, status, requestId, message, null);
        this.retryAfter = retryAfter;
    }

    /** How long the account's rate budget pauses. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
