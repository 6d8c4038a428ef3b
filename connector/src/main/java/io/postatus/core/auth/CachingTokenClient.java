/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Remembers the token of another client.
 * <ol>
 * <li>At most one refresh is on its way; who needs its result waits for that one.
 * <li>A token is refreshed before it ends, five minutes or a tenth of its life, whichever is less. Until the new one is
 * there the old one serves, so nobody waits for an early refresh.
 * <li>A failure is not remembered as an answer, but for a pause after it nobody asks again: who needs a token in that
 * time gets the same error.
 * <li>Invalidating drops only the token that was really used. One that came meanwhile stays.
 * </ol>
 */
public final class CachingTokenClient implements TokenClient {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final TokenClient source;
    private final InstantSource clock;
    private final Duration pauseAfterFailure;

    private AccessToken current;
    private Instant refreshFrom;
    private CompletableFuture<AccessToken> refresh;
    private Throwable failure;
    private Instant quietUntil = Instant.MIN;

    public CachingTokenClient(TokenClient source, InstantSource clock) {
        this(source, clock, PAUSE_AFTER_FAILURE);
    }

    public CachingTokenClient(TokenClient source, InstantSource clock, Duration pauseAfterFailure) {
        this.source = Objects.requireNonNull(source, "source");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.pauseAfterFailure = Objects.requireNonNull(pauseAfterFailure, "pauseAfterFailure");
    }

    @Override
    public CompletionStage<AccessToken> fetch() {
        CompletionStage<AccessToken> answer;
        CompletableFuture<AccessToken> started = null;
        synchronized (this) {
            Instant now = clock.instant();
            boolean serves = current != null && current.validAt(now);
            boolean due = !serves || !now.isBefore(refreshFrom);
            if (due && refresh == null && !now.isBefore(quietUntil)) {
                started = refresh = new CompletableFuture<>();
            }
            answer = serves ? CompletableFuture.completedStage(current) : pending();
        }
        if (started != null) {
            ask(started);
        }
        return answer;
    }

    /** Drops this token if it is still the one being served. */
    public synchronized void invalidate(AccessToken used) {
        if (used.equals(current)) {
            current = null;
        }
    }

    /** A view of the shared refresh, so that a caller who cancels cancels only its own waiting. */
    private CompletionStage<AccessToken> pending() {
        return refresh != null ? refresh.minimalCompletionStage() : CompletableFuture.failedStage(failure);
    }

    /** Outside the lock: the source may answer at once, on this thread. */
    private void ask(CompletableFuture<AccessToken> started) {
        try {
            source.fetch()
                    .thenApply(token -> Objects.requireNonNull(token, "the token service gave no token"))
                    .whenComplete((token, error) -> finish(started, token, error));
        } catch (RuntimeException e) {
            finish(started, null, e);
        }
    }

    private void finish(CompletableFuture<AccessToken> started, AccessToken token, Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        synchronized (this) {
            refresh = null;
            if (cause == null) {
                keep(token);
            } else {
                failure = cause;
                quietUntil = clock.instant().plus(pauseAfterFailure);
            }
        }
        if (cause == null) {
            started.complete(token);
        } else {
            started.completeExceptionally(cause);
        }
    }

    private void keep(AccessToken token) {
        current = token;
        Duration tenth = Duration.between(clock.instant(), token.expires()).dividedBy(10);
        refreshFrom = token.expires().minus(tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN);
    }

    @Override
    public synchronized String toString() {
        return "CachingTokenClient[" + current + "]";
    }
}
