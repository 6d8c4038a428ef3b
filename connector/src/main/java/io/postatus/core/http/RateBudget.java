/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * The shared right to send for one application, account and operation. Who wants to send waits in a queue, first come,
 * first served, and holds no thread. A turn is given when the {@link TokenBucket} has a token and fewer than
 * {@link RateLimit#senders()} requests are on the way.
 *
 * <p>Then a service with an exact bucket of rate r and burst C never refuses, whatever the jitter: requests that arrive
 * in [s, t] were granted in [s, t], at most b + r(t-s), or were on the way at s, at most K; and b + K = C. A request
 * that got no answer in time gives up its place on the way and pays with one token more.
 */
public final class RateBudget {

    private final RateLimit limit;
    private final Timeline timeline;
    private final TokenBucket bucket;
    private final Deque<CompletableFuture<RateGrant>> queue = new ArrayDeque<>();
    private Timeline.Alarm alarm;
    private int sending;
    private long granted;
    private long refused;
    private long halvedAt;

    public RateBudget(RateLimit limit, Timeline timeline) {
        this.limit = limit;
        this.timeline = timeline;
        this.bucket = new TokenBucket(limit, timeline.nanos());
        this.halvedAt = timeline.nanos();
    }

    public RateLimit limit() {
        return limit;
    }

    public synchronized RateFigures figures() {
        return new RateFigures(granted, refused, bucket.perSecond(timeline.nanos()), queue.size(), sending);
    }

    /** Completes on the timeline when it is the caller's turn. Cancelling it leaves the queue. */
    CompletableFuture<RateGrant> acquire() {
        CompletableFuture<RateGrant> turn = new CompletableFuture<>();
        synchronized (this) {
            queue.add(turn);
            serve();
        }
        return turn;
    }

    /** The rate that the service reported with an answer. */
    synchronized void reported(double perSecond) {
        bucket.reported(perSecond, timeline.nanos());
        serve();
    }

    synchronized void refused() {
        refused++;
    }

    synchronized void end(RateGrant grant, Settlement settlement) {
        if (grant.end()) {
            sending--;
            settlement.settle(bucket, timeline.nanos());
            serve();
        }
    }

    /** Requests that were on the way together and refused together halve the rate once. */
    void slowDown(TokenBucket bucket, long grantedAt, Duration pause, long now) {
        if (grantedAt - halvedAt >= 0) {
            bucket.halve(now);
            halvedAt = now;
        }
        bucket.pause(pause.toNanos(), now);
    }

    /** Gives every turn that can be given, then sets the alarm for the next. */
    private void serve() {
        queue.removeIf(CompletableFuture::isDone);
        long now = timeline.nanos();
        while (!queue.isEmpty() && sending < limit.senders() && bucket.take(now)) {
            sending++;
            granted++;
            give(queue.remove(), new RateGrant(this, now));
        }
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        if (!queue.isEmpty() && sending < limit.senders()) {
            alarm = timeline.after(Duration.ofNanos(bucket.nanosUntilToken(now)), this::wake);
        }
    }

    private synchronized void wake() {
        alarm = null;
        serve();
    }

    /** On the timeline, not here: what follows sends, and a lock is held here. */
    private void give(CompletableFuture<RateGrant> turn, RateGrant grant) {
        timeline.execute(() -> {
            if (!turn.complete(grant)) {
                grant.unused();
            }
        });
    }

    /** What the end of a turn means for the bucket. */
    @FunctionalInterface
    interface Settlement {
        void settle(TokenBucket bucket, long now);
    }
}
