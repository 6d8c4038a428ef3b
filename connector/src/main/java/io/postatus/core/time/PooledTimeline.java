/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Time and threads of a running system. The alarm thread only hands over, so one slow step delays no other; the pool
 * must therefore not run work on its caller when it is full.
 */
public final class PooledTimeline implements Timeline {

    private final ScheduledExecutorService alarms;
    private final Executor pool;
    private final Clock clock;

    public PooledTimeline(ScheduledExecutorService alarms, Executor pool, Clock clock) {
        this.alarms = Objects.requireNonNull(alarms, "alarms");
        this.pool = Objects.requireNonNull(pool, "pool");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The same time without the pool: steps run on the alarm thread itself. For steps that never block and that a full
     * pool must not hold up, such as ending the requests that fill it.
     */
    public Timeline withoutPool() {
        return new PooledTimeline(alarms, Runnable::run, clock);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(Duration delay, Runnable step) {
        Future<?> alarm = alarms.schedule(() -> pool.execute(step), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public void execute(Runnable step) {
        pool.execute(step);
    }
}
