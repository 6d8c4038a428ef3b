/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * The shared right to send for one application, account and operation. Who wants to send waits in a queue, first come,
 * first served, and holds no thread. A turn is given when the {@link TokenBucket} has a token and fewer than
 * {@link RateLimit#senders()} requests are on the way.
 *
 * <p>Then a service with an exact bucket of rate r and burst C never refuses, whatever the jitter: requests that arrive
 * in [s, t] were granted in [s, t], at most b + r(t-s), or were on the way at s, at most K; and b + K = C. A request
 * that got no answer in time gives up its place on the way and pays with one token more; it is outside the proof if it
 * reaches the service only after the bucket has filled up again.
 */
public final class RateBudget {

    private final RateLimit limit;
    private final Timeline timeline;
    private final TokenBucket bucket;
    private final Deque<CompletableFuture<RateGrant>> queue = new ArrayDeque<>();
    private Timeline.Alarm alarm = () -> {};
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

    /** Completes on the timeline when it is the caller's turn. Cancelling it gives up the place. */
    CompletableFuture<RateGrant> acquire() {
        CompletableFuture<RateGrant> place = new CompletableFuture<>();
        change((bucket, now) -> queue.add(place));
        return place;
    }

    /** The rate that the service reported with an answer. */
    void reported(double perSecond) {
        change((bucket, now) -> bucket.reported(perSecond, now));
    }

    /** Ends a turn that has not ended yet, with this effect. */
    void end(RateGrant grant, Effect effect) {
        change((bucket, now) -> {
            if (grant.end()) {
                sending--;
                effect.on(bucket, now);
            }
        });
    }

    /** The service refused us, or asked everybody to slow down. Requests refused together halve the rate once. */
    void slowDown(RateGrant grant, Duration pause, boolean becauseOfUs) {
        end(grant, (bucket, now) -> {
            refused += becauseOfUs ? 1 : 0;
            if (grant.since() - halvedAt > 0) {
                bucket.halve(now);
                halvedAt = now;
            }
            bucket.pause(pause.toNanos(), now);
        });
    }

    /** Every change ends with giving the turns that can be given. That is done without the lock: what follows sends. */
    private void change(Effect effect) {
        List<Turn> turns;
        List<CompletableFuture<RateGrant>> stranded;
        synchronized (this) {
            long now = timeline.nanos();
            effect.on(bucket, now);
            turns = turns(now);
            stranded = setAlarm(now) ? List.of() : drained();
        }
        turns.forEach(this::give);
        stranded.forEach(
                place -> place.completeExceptionally(new RejectedExecutionException("the alarms are shut down")));
    }

    private List<Turn> turns(long now) {
        List<Turn> turns = new ArrayList<>();
        while (!queue.isEmpty()) {
            if (queue.peek().isDone()) {
                queue.remove();
            } else if (sending < limit.senders() && bucket.take(now)) {
                sending++;
                granted++;
                turns.add(new Turn(queue.remove(), new RateGrant(this, now)));
            } else {
                break;
            }
        }
        return turns;
    }

    /**
     * Takes the place of the alarm before, whose moment may be another one now. Without a free sender none is needed: the
     * end of a turn comes first. Answers false if the alarms are shut down.
     */
    private boolean setAlarm(long now) {
        alarm.cancel();
        if (queue.isEmpty() || sending >= limit.senders()) {
            return true;
        }
        try {
            alarm = timeline.after(Duration.ofNanos(bucket.nanosUntilToken(now)), this::wake);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void wake() {
        change((bucket, now) -> {});
    }

    private List<CompletableFuture<RateGrant>> drained() {
        List<CompletableFuture<RateGrant>> all = List.copyOf(queue);
        queue.clear();
        return all;
    }

    private void give(Turn turn) {
        try {
            timeline.execute(turn::take);
        } catch (RejectedExecutionException e) {
            turn.grant().unused();
            turn.place().completeExceptionally(e);
        }
    }

    /** What something that happened means for the bucket. Runs under the lock. */
    @FunctionalInterface
    interface Effect {
        void on(TokenBucket bucket, long now);
    }

    private record Turn(CompletableFuture<RateGrant> place, RateGrant grant) {
        void take() {
            if (!place.complete(grant)) {
                grant.unused();
            }
        }
    }
}
