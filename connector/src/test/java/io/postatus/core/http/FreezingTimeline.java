/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/** A process that is stopped now and then (GC, SIGSTOP, a swapped-out machine) while the world goes on. */
final class FreezingTimeline implements Timeline {

    private final Timeline world;
    private long frozenUntil;

    FreezingTimeline(Timeline world) {
        this.world = world;
    }

    void freeze(Duration time) {
        frozenUntil = Math.max(frozenUntil, world.nanos() + time.toNanos());
    }

    @Override
    public Instant now() {
        return world.now();
    }

    @Override
    public long nanos() {
        return world.nanos();
    }

    @Override
    public void execute(Runnable step) {
        after(Duration.ZERO, step);
    }

    @Override
    public Alarm after(Duration delay, Runnable step) {
        Later later = new Later(step);
        later.alarm = world.after(delay, later);
        return () -> later.alarm.cancel();
    }

    /** Runs its step, but not while frozen. */
    private final class Later implements Runnable {
        private final Runnable step;
        private Alarm alarm;

        Later(Runnable step) {
            this.step = step;
        }

        @Override
        public void run() {
            long frozen = frozenUntil - world.nanos();
            if (frozen > 0) {
                alarm = world.after(Duration.ofNanos(frozen), this);
            } else {
                step.run();
            }
        }
    }
}
