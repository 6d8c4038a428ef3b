/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.auth.Credentials;
import io.postatus.core.auth.RequestLine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call on its way: turn, credentials, permission, send, judgement, and perhaps from the start again. One step runs at
 * a time, each handed over by a future or an executor, so its fields need no lock. A turn ends before
 * anybody is told: who listens may take his time.
 */
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

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
        this.budget = parts.budget(request);
        this.target = URI.create(parts.base() + request.pathAndQuery());
    }

    /** Takes a place in the queue; every repetition does. */
    void start() {
        CompletableFuture<RateGrant> place = budget.acquire();
        result.whenComplete((response, failure) -> place.cancel(false));
        place.whenComplete((grant, failure) -> {
            if (failure == null) {
                authenticate(grant);
            } else {
                fail(failure);
            }
        });
    }

    /** Whatever goes wrong before the send, a withdrawn permission included, gives the turn back. */
    private void authenticate(RateGrant grant) {
        CompletableFuture.completedStage(new RequestLine(request.method(), pathAndQuery()))
                .thenCompose(parts.authenticator()::authenticate)
                .thenAcceptAsync(credentials -> send(grant, credentials), parts.timeline())
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        grant.unused();
                        fail(failure);
                    }
                });
    }

    private void send(RateGrant grant, Credentials credentials) {
        if (result.isDone()) {
            grant.unused();
            return;
        }
        permission.check();
        Failures failures = new Failures(parts, request, Redaction.of(request, credentials), attempt);
        try {
            ApiResponse response = parts.transport().exchange(wire(credentials));
            parts.reportedRate(response).ifPresent(budget::reported);
            judge(grant, response, credentials, failures);
        } catch (UnreadableBodyException e) {
            grant.answered();
            fail(failures.unreadable(e));
        } catch (NotSentException e) {
            grant.answered();
            repeatOrFail(failures.unanswered(e));
        } catch (IOException e) {
            grant.lost();
            repeatOrFail(failures.unanswered(e));
        } catch (RuntimeException e) {
            grant.answered();
            fail(e);
        }
    }

    private void judge(RateGrant grant, ApiResponse response, Credentials credentials, Failures failures) {
        if (parts.accepted().test(response)) {
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
        Duration asked = RetryAfter.of(response, parts.timeline().now());
        Duration wait = parts.retryPolicy().delayAfter(attempt, asked);
        if (status == 429) {
            grant.refused(wait);
        } else if (status == 503) {
            grant.overloaded(wait);
        } else {
            grant.answered();
        }
        if (parts.retryPolicy().repeats(request, attempt, status)) {
            repeatAfter(status == 429 || status == 503 ? Duration.ZERO : wait);
        } else {
            fail(failures.of(response, wait));
        }
    }

    private void repeatOrFail(ApiException unanswered) {
        if (parts.retryPolicy().repeats(request, attempt)) {
            repeatAfter(parts.retryPolicy().delayAfter(attempt, null));
        } else {
            fail(unanswered);
        }
    }

    private void repeatAfter(Duration wait) {
        LOG.debug("Account '{}', {}: attempt {} failed, the next in {}", parts.account(), request, attempt, wait);
        attempt++;
        parts.timeline().after(wait, this::start);
    }

    private WireRequest wire(Credentials credentials) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        headers.put("User-Agent", UserAgent.text());
        headers.putAll(request.headers());
        headers.putAll(credentials.headers());
        return new WireRequest(request.method(), target, headers, request.body());
    }

    /** With the base's path, as the service sees it. */
    private String pathAndQuery() {
        return target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
    }

    private void fail(Throwable error) {
        Throwable cause = ApiException.cause(error);
        boolean stopped = cause instanceof RejectedExecutionException;
        result.completeExceptionally(
                stopped ? new RequestWithdrawnException("not sent: the pool that sends is shut down") : cause);
    }
}
