/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Lets things happen at a mean rate, at irregular intervals as in life. */
final class LifeClock {
    private static final double HOUR = Duration.ofHours(1).toNanos();
    private static final long STREAM = 0xC2B2AE3D27D4EB4FL;

    private final World world;
    private final double changesPerHour;
    private final List<Population> populations;
    private final Random random;

    LifeClock(World world, double changesPerHour, List<Population> populations) {
        this.world = world;
        this.changesPerHour = changesPerHour;
        this.populations = populations;
        this.random = new Random(world.seed() * STREAM);
    }

    void start(Instant now) {
        if (changesPerHour > 0 && !populations.isEmpty()) {
            scheduleAfter(now);
        }
    }

    private void scheduleAfter(Instant at) {
        double wait = -Math.log(1 - random.nextDouble()) * HOUR / changesPerHour;
        world.schedule(at.plusNanos(100 + (long) wait / 100 * 100), this::tick);
    }

    private void tick(Instant at) {
        populations.get(random.nextInt(populations.size())).stir(at);
        scheduleAfter(at);
    }
}
