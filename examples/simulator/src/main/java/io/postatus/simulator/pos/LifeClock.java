/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Lets things happen at a mean rate, at irregular intervals as in life. */
final class LifeClock {
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long STREAM = 0x2545F4914F6CDD1DL;

    private final World world;
    private final double changesPerMinute;
    private final List<Population> populations;
    private final Random random;

    LifeClock(World world, double changesPerMinute, List<Population> populations) {
        this.world = world;
        this.changesPerMinute = changesPerMinute;
        this.populations = populations;
        this.random = new Random(world.seed() ^ STREAM);
    }

    void start(Instant now) {
        if (changesPerMinute > 0 && !populations.isEmpty()) {
            scheduleAfter(now);
        }
    }

    private void scheduleAfter(Instant at) {
        double wait = -Math.log(1 - random.nextDouble()) * MINUTE / changesPerMinute;
        world.schedule(at.plusNanos(1 + (long) wait), this::tick);
    }

    private void tick(Instant at) {
        populations.get(random.nextInt(populations.size())).stir(at);
        scheduleAfter(at);
    }
}
