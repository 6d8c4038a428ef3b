/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/** One life of a process: once it is dead, nothing that it had planned happens. */
final class SimulatedNode implements Timeline {
    private final SimulatedTime time;
    private boolean dead;
    private Instant frozenUntil = Instant.MIN;
    /** How many more writes it survives. */
    int writesLeft = Integer.MAX_VALUE;

    SimulatedNode(SimulatedTime time) {
        this.time = time;
    }

    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    void freeze(Duration length) {
        frozenUntil = time.instant().plus(length);
    }

    /** Dies before a write or right after it. */
    void survive(boolean before) {
        if (dead || before && --writesLeft == 0) {
            dead = true;
        }
        if (dead) {
            throw new SimulatedCrash();
        }
    }

    private void live(Runnable step) {
        if (time.instant().isBefore(frozenUntil)) {
            time.at(frozenUntil, () -> live(step));
        } else if (!dead) {
            step.run();
        }
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    public long nanos() {
        return Duration.between(SimulatedTime.START, time.instant()).toNanos();
    }

    @Override
    public void execute(Runnable step) {
        time.after(Duration.ZERO, () -> live(step));
    }

    @Override
    public Alarm after(Duration delay, Runnable step) {
        boolean[] cancelled = new boolean[1];
        time.after(delay, () -> {
            if (!cancelled[0]) {
                live(step);
            }
        });
        return () -> cancelled[0] = true;
    }
}
