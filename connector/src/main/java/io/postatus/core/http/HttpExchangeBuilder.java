/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.auth.Authenticator;
import io.postatus.core.time.Timeline;
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts an exchange together. Transport, timeline and budgets are required, the rest has defaults. */
public final class HttpExchangeBuilder {

    private final String account;
    private final URI base;
    private Transport transport;
    private Timeline timeline;
    private Authenticator authenticator = Authenticator.NONE;
    private Function<String, RateBudget> budgets;
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private Predicate<ApiResponse> accepted = ApiResponse::successful;
    private Predicate<ApiResponse> tokenExpired = response -> false;
    private Predicate<ApiResponse> accessDenied = response -> response.status() == 401 || response.status() == 403;
    private Predicate<ApiResponse> notFound = response -> response.status() == 404;
    private Function<ApiResponse, String> errorText = response -> "";
    private String rateHeader;
    private String requestIdHeader;

    HttpExchangeBuilder(String account, URI base) {
        this.account = Objects.requireNonNull(account, "account");
        this.base = checked(base);
    }

    String account() {
        return account;
    }

    Timeline timeline() {
        return timeline;
    }

    public HttpExchangeBuilder transport(Transport transport) {
        this.transport = transport;
        return this;
    }

    /** Waiting, clocks, and the pool that sends. */
    public HttpExchangeBuilder timeline(Timeline timeline) {
        this.timeline = timeline;
        return this;
    }

    /**
     * What each send is authenticated with. If this fetches tokens by an exchange, then by another one with budgets of
     * its own: it is asked while a turn is held.
     */
    public HttpExchangeBuilder authenticator(Authenticator authenticator) {
        this.authenticator = authenticator;
        return this;
    }

    /** The budget by operation; the same for several operations that the service counts together. */
    public HttpExchangeBuilder budgets(Function<String, RateBudget> budgets) {
        this.budgets = budgets;
        return this;
    }

    public HttpExchangeBuilder retryPolicy(RetryPolicy retryPolicy) {
        this.retryPolicy = retryPolicy;
        return this;
    }

    /** The answers that are handed on as such. Default: 2xx; there are services that say 400 for "nothing found". */
    public HttpExchangeBuilder accepted(Predicate<ApiResponse> accepted) {
        this.accepted = accepted;
        return this;
    }

    /** The answers that a fresh token cures. Default: none. */
    public HttpExchangeBuilder tokenExpired(Predicate<ApiResponse> tokenExpired) {
        this.tokenExpired = tokenExpired;
        return this;
    }

    /** The answers that only a person can cure. Default: 401 and 403; a token service also says 400. */
    public HttpExchangeBuilder accessDenied(Predicate<ApiResponse> accessDenied) {
        this.accessDenied = accessDenied;
        return this;
    }

    /** The answers that say that there is no such thing, or that it is not ours to see. Default: 404. */
    public HttpExchangeBuilder notFound(Predicate<ApiResponse> notFound) {
        this.notFound = notFound;
        return this;
    }

    /** Finds code and message in an error body. May fail or find nothing; what it finds is redacted and shortened. */
    public HttpExchangeBuilder errorText(Function<ApiResponse, String> errorText) {
        this.errorText = errorText;
        return this;
    }

    /** The header in which the service reports the allowed requests a second. Default: none. */
    public HttpExchangeBuilder rateHeader(String rateHeader) {
        this.rateHeader = rateHeader;
        return this;
    }

    /** The header in which the service names the request. Default: none. */
    public HttpExchangeBuilder requestIdHeader(String requestIdHeader) {
        this.requestIdHeader = requestIdHeader;
        return this;
    }

    public HttpExchange build() {
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(timeline, "timeline");
        Objects.requireNonNull(budgets, "budgets");
        return new HttpExchange(new ExchangeParts(
                account,
                base,
                transport,
                timeline,
                authenticator,
                budgets,
                retryPolicy,
                accepted,
                tokenExpired,
                accessDenied,
                notFound,
                errorText,
                rateHeader,
                requestIdHeader));
    }

    /** No user info, query or fragment; no slash at the end, so that a path can follow. */
    private static URI checked(URI base) {
        boolean web = "https".equalsIgnoreCase(base.getScheme()) || "http".equalsIgnoreCase(base.getScheme());
        boolean plain = base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
        if (!web || !plain || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "the service's URL must be https://host[:port][/path], without user, query and fragment");
        }
        String text = base.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
