/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Lets things happen at a mean rate, each to one of the populations, at irregular intervals as in life. */
public final class LifeClock {
    private final World world;
    private final Pace pace;
    private final List<Consumer<Instant>> populations;
    private final Random random;

    /** A clock that stirs one of the populations at a time; {@code random} draws when, and which. */
    public LifeClock(World world, Pace pace, List<Consumer<Instant>> populations, Random random) {
        this.world = world;
        this.pace = pace;
        this.populations = List.copyOf(populations);
        this.random = random;
    }

    /** Begins at an instant; without a pace, or without a population, nothing ever happens. */
    public void start(Instant now) {
        if (pace.changes() > 0 && !populations.isEmpty()) {
            scheduleAfter(now);
        }
    }

    private void scheduleAfter(Instant at) {
        world.schedule(at.plusNanos(pace.nanosToNext(random)), this::tick);
    }

    private void tick(Instant at) {
        populations.get(random.nextInt(populations.size())).accept(at);
        scheduleAfter(at);
    }
}
