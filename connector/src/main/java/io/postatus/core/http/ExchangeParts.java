/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.auth.Authenticator;
import io.postatus.core.time.Timeline;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
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
        Predicate<ApiResponse> accepted,
        Predicate<ApiResponse> tokenExpired,
        Predicate<ApiResponse> accessDenied,
        Predicate<ApiResponse> notFound,
        Function<ApiResponse, String> errorText,
        String rateHeader,
        String requestIdHeader) {

    RateBudget budget(ApiRequest request) {
        RateBudget budget = budgets.apply(request.operation());
        return Objects.requireNonNull(budget, () -> "no rate budget for " + request.operation());
    }

    /** Empty if there is no such header, or no sensible number in it: the budget stays as it is then. */
    Optional<Double> reportedRate(ApiResponse response) {
        try {
            return Optional.ofNullable(rateHeader)
                    .flatMap(response::header)
                    .map(Double::valueOf)
                    .filter(rate -> rate >= RateLimit.LOWEST);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The service's name of a request, null if it gave none. */
    String requestId(ApiResponse response) {
        return requestIdHeader == null ? null : response.header(requestIdHeader).orElse(null);
    }
}
