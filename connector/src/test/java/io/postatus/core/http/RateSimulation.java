/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.VirtualTimeline;
import java.time.Duration;
import java.util.Random;

/** Workers that send through one budget to an exact service over an unreliable network, all of it from one seed. */
final class RateSimulation {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final World world;
    private final Random random;
    private final VirtualTimeline time = new VirtualTimeline();
    private final FreezingTimeline process = new FreezingTimeline(time);
    private final ExactService service;
    private final RateBudget budget;

    /**
     * @param tokensAtStart what the process before us left in the service's bucket
     * @param latencyMillis one way, at most
     * @param idle          share of answers after which a worker rests
     * @param lost          share of requests that get no answer
     * @param freezes       whether the process is stopped now and then
     */
    record World(
            RateLimit limit,
            int workers,
            int tokensAtStart,
            int latencyMillis,
            double idle,
            double lost,
            boolean freezes,
            double serviceClock,
            long seed) {}

    RateSimulation(World world) {
        this.world = world;
        this.random = new Random(world.seed());
        RateLimit limit = world.limit();
        this.service =
                new ExactService((int) limit.perSecond(), limit.burst(), world.tokensAtStart(), world.serviceClock());
        this.budget = new RateBudget(limit, process);
        leftOnTheWay();
        for (int worker = 0; worker < world.workers(); worker++) {
            next();
        }
        if (world.freezes()) {
            freezeSometimes();
        }
    }

    RateSimulation run(Duration length) {
        time.advance(length);
        return this;
    }

    /** Counts from now on. */
    RateSimulation warm() {
        service.forget();
        return this;
    }

    ExactService service() {
        return service;
    }

    RateFigures figures() {
        return budget.figures();
    }

    /** As many requests of the process before us as it may have had senders; refusing those is no fault of ours. */
    private void leftOnTheWay() {
        long soonest =
                (long) (1000 * (world.limit().senders() + 1) / world.limit().perSecond());
        for (int i = 0; i < world.limit().senders(); i++) {
            time.after(millis(soonest), () -> {
                service.accepts(time.nanos());
                service.forget();
            });
        }
    }

    private void next() {
        budget.acquire().thenAccept(grant -> process.after(millis(5), () -> send(grant)));
    }

    private void send(RateGrant grant) {
        boolean lost = random.nextDouble() < world.lost();
        if (lost && random.nextBoolean()) {
            process.after(DEADLINE, () -> lost(grant));
            return;
        }
        time.after(millis(world.latencyMillis()), () -> {
            boolean accepted = service.accepts(time.nanos());
            if (lost) {
                process.after(DEADLINE, () -> lost(grant));
            } else {
                time.after(millis(world.latencyMillis()), () -> process.execute(() -> answered(grant, accepted)));
            }
        });
    }

    private void lost(RateGrant grant) {
        grant.lost();
        next();
    }

    private void answered(RateGrant grant, boolean accepted) {
        if (accepted) {
            grant.answered();
        } else {
            grant.refused(Duration.ofSeconds(1));
        }
        if (random.nextDouble() < world.idle()) {
            process.after(millis(4000), this::next);
        } else {
            next();
        }
    }

    private void freezeSometimes() {
        time.after(millis(5000), () -> {
            process.freeze(millis(1500));
            freezeSometimes();
        });
    }

    private Duration millis(long most) {
        return Duration.ofNanos((long) (random.nextDouble() * most * 1_000_000));
    }
}
