/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.auth.Authenticator;
import io.postatus.core.time.Timeline;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Predicate;

/** What an exchange is made of; built and checked by {@link HttpExchangeBuilder}. */
record ExchangeParts(
        String account,
        URI base,
        Transport transport,
        Timeline timeline,
        Authenticator authenticator,
        Function<String, RateBudget> budgets,
        RetryPolicy retryPolicy,
        Predicate<ApiResponse> tokenExpired,
        Predicate<ApiResponse> accessDenied,
        Function<ApiResponse, String> errorText,
        String rateHeader,
        String requestIdHeader,
        String userAgent) {

    /** The service's name of a request, null if it gave none. */
    String requestId(ApiResponse response) {
        return requestIdHeader == null ? null : response.header(requestIdHeader).orElse(null);
    }
}
