/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.auth.Credentials;
import io.postatus.core.auth.RequestLine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** One call on its way through its attempts: turn, credentials, permission, send, judgement. */
final class Call {

    private final ExchangeParts parts;
    private final ApiRequest request;
    private final Permission permission;
    private final CompletableFuture<ApiResponse> result;
    private final RateBudget budget;
    private final URI target;
    private int attempt = 1;
    private boolean tokenRenewed;

    Call(ExchangeParts parts, ApiRequest request, Permission permission, CompletableFuture<ApiResponse> result) {
        this.parts = parts;
        this.request = request;
        this.permission = permission;
        this.result = result;
        this.budget = parts.budgets().apply(request.operation());
        this.target = URI.create(parts.base() + request.pathAndQuery());
    }

    /** Takes a place in the queue, for the first send and for every other. */
    void start() {
        guarded(() -> {
            CompletableFuture<RateGrant> turn = budget.acquire();
            turn.thenAccept(this::authenticate);
            result.whenComplete((response, error) -> turn.cancel(false));
        });
    }

    private void authenticate(RateGrant grant) {
        guarded(grant, () -> parts.authenticator()
                .authenticate(new RequestLine(request.method(), wirePathAndQuery()))
                .whenCompleteAsync(
                        (credentials, failure) -> {
                            if (failure == null) {
                                guarded(grant, () -> send(grant, credentials));
                            } else {
                                grant.unused();
                                fail(failure);
                            }
                        },
                        parts.timeline()));
    }

    private void send(RateGrant grant, Credentials credentials) {
        if (result.isDone()) {
            grant.unused();
            return;
        }
        permission.check();
        Failures failures = new Failures(parts, request, credentials, attempt);
        try {
            judge(grant, parts.transport().exchange(wire(credentials)), credentials, failures);
        } catch (UnreadableBodyException e) {
            grant.answered();
            fail(failures.unreadable(e));
        } catch (IOException e) {
            grant.lost();
            if (parts.retryPolicy().repeats(request, attempt)) {
                repeatAfter(parts.retryPolicy().delayAfter(attempt, null));
            } else {
                fail(failures.unanswered(e));
            }
        }
    }

    private void judge(RateGrant grant, ApiResponse response, Credentials credentials, Failures failures) {
        if (parts.rateHeader() != null) {
            response.header(parts.rateHeader()).ifPresent(this::reported);
        }
        if (response.successful()) {
            grant.answered();
            result.complete(response);
        } else if (!tokenRenewed && parts.tokenExpired().test(response)) {
            grant.answered();
            tokenRenewed = true;
            credentials.invalidate().run();
            start();
        } else {
            refused(grant, response, failures);
        }
    }

    /** After 429 and 503 the wait is the budget's, for everybody; after other failures it is this call's own. */
    private void refused(RateGrant grant, ApiResponse response, Failures failures) {
        int status = response.status();
        Duration wait = parts.retryPolicy()
                .delayAfter(attempt, RetryAfter.of(response, parts.timeline().now()));
        boolean repeats = parts.retryPolicy().repeats(request, attempt, status);
        if (status == 429) {
            grant.refused(wait);
        } else if (status == 503) {
            grant.overloaded(wait);
        } else {
            grant.answered();
        }
        if (!repeats) {
            fail(failures.of(response, wait));
        } else if (status == 429 || status == 503) {
            attempt++;
            start();
        } else {
            repeatAfter(wait);
        }
    }

    private void repeatAfter(Duration wait) {
        attempt++;
        parts.timeline().after(wait, this::start);
    }

    private void reported(String rate) {
        try {
            budget.reported(Double.parseDouble(rate.trim()));
        } catch (NumberFormatException e) {
            // A header that is no number says nothing; the budget stays as it is.
        }
    }

    private WireRequest wire(Credentials credentials) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        headers.put("User-Agent", parts.userAgent());
        headers.putAll(request.headers());
        headers.putAll(credentials.headers());
        return new WireRequest(request.method(), target, headers, request.body());
    }

    private String wirePathAndQuery() {
        return target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
    }

    private void guarded(RateGrant grant, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            grant.unused();
            fail(e);
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        result.completeExceptionally(
                cause instanceof RejectedExecutionException
                        ? new RequestWithdrawnException("not sent, as the pool that sends is shut down")
                        : cause);
    }
}
