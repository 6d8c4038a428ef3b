/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/** One life of a process: once it is dead, nothing that it had planned happens. */
final class SimulatedNode implements Timeline {
    private static final int MOST_ASKS = 200;
    private static final int NEVER = Integer.MAX_VALUE;

    private final SimulatedTime time;
    private boolean dead;
    private Instant frozenUntil = Instant.MIN;
    /** How many more writes it survives. */
    int writesLeft = NEVER;
    /** How many more steps it survives. */
    int stepsLeft = NEVER;
    /** How many more times it asks the store before it is frozen while doing so. */
    private int asksLeft = NEVER;

    SimulatedNode(SimulatedTime time) {
        this.time = time;
    }

    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    /** Nothing more happens to it. */
    void calm() {
        writesLeft = NEVER;
        stepsLeft = NEVER;
        asksLeft = NEVER;
    }

    /** From now on it is frozen in the middle of steps now and then. */
    void freezesSometimes() {
        asksLeft = 1 + time.pick(MOST_ASKS);
    }

    void freeze() {
        frozenUntil = time.instant().plus(Duration.ofSeconds(20L + time.pick(100)));
    }

    /** In the middle of a step, while the world goes on. */
    void freezePerhaps() {
        if (asksLeft != NEVER && --asksLeft == 0) {
            asksLeft = 1 + time.pick(MOST_ASKS);
            freeze();
            time.runUntil(frozenUntil);
        }
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
            dead = --stepsLeft == 0;
            if (!dead) {
                step.run();
            }
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
