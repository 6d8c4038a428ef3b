/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A timeline on the test's own thread. Nothing runs and no time passes but by {@link #advance} and
 * {@link #runUntilIdle}; what is due at the same moment runs in the order in which it was asked for.
 */
public final class VirtualTimeline implements Timeline {

    private static final int ENDLESS = 10_000_000;

    private final Instant start;
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparingLong(Step::due).thenComparingLong(Step::number));
    private long nanos;
    private long number;

    public VirtualTimeline() {
        this(Instant.parse("2026-03-02T10:00:00Z"));
    }

    public VirtualTimeline(Instant start) {
        this.start = start;
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void execute(Runnable step) {
        after(Duration.ZERO, step);
    }

    @Override
    public Alarm after(Duration delay, Runnable action) {
        Step step = new Step(nanos + Math.max(0, delay.toNanos()), number++, action);
        steps.add(step);
        return () -> steps.remove(step);
    }

    /** Lets time pass and runs what becomes due in it, also what that in turn asks for. */
    public void advance(Duration time) {
        long end = nanos + time.toNanos();
        for (int runs = 0; !steps.isEmpty() && steps.peek().due() <= end; runs++) {
            runNext(runs);
        }
        nanos = end;
    }

    /** Runs everything, jumping from one alarm to the next, until nothing waits. */
    public void runUntilIdle() {
        for (int runs = 0; !steps.isEmpty(); runs++) {
            runNext(runs);
        }
    }

    private void runNext(int runs) {
        if (runs > ENDLESS) {
            throw new IllegalStateException("this does not come to an end");
        }
        Step step = steps.remove();
        nanos = Math.max(nanos, step.due());
        step.action().run();
    }

    private record Step(long due, long number, Runnable action) {}
}
