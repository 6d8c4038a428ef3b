/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.RateSimulation.World;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What the budget promises of a service with an exact bucket. */
class RateBudgetPromiseTest {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    @Property(tries = 400)
    @Label("an exact bucket never refuses, whatever latency, pauses, freezes, losses and predecessor")
    void neverRefused(
            @ForAll @IntRange(min = 1, max = 20) int rate,
            @ForAll @IntRange(min = 2, max = 20) int burst,
            @ForAll @IntRange(min = 1, max = 19) int senders,
            @ForAll @IntRange(min = 1, max = 60) int workers,
            @ForAll @IntRange(min = 0, max = 20) int tokensAtStart,
            @ForAll @IntRange(min = 0, max = 900) int latencyMillis,
            @ForAll @DoubleRange(min = 0, max = 0.6) double idle,
            @ForAll @DoubleRange(min = 0, max = 0.1) double lost,
            @ForAll boolean freezes,
            @ForAll @IntRange(min = -1000, max = 1000) int driftPerMillion,
            @ForAll long seed) {
        RateLimit limit = new RateLimit(rate, burst, Math.min(senders, burst - 1));
        World world = new World(
                limit,
                workers,
                Math.min(tokensAtStart, burst),
                latencyMillis,
                idle,
                lost,
                freezes,
                1 + driftPerMillion / 1e6,
                seed);
        RateSimulation simulation = new RateSimulation(world).run(LENGTH);
        assertThat(simulation.service().refused()).isZero();
        assertThat(simulation.figures().granted()).isPositive();
    }

    @Property(tries = 100)
    @Label("three senders use at least 97 % of 10/s, and are never refused, with up to 240 ms there and back")
    void usesTheWholeRate(@ForAll @IntRange(min = 0, max = 120) int latencyMillis, @ForAll long seed) {
        RateLimit limit = new RateLimit(10, 10, 3);
        World world = new World(limit, 6, 0, latencyMillis, 0, 0, false, 1, seed);
        RateSimulation simulation =
                new RateSimulation(world).run(Duration.ofSeconds(2)).warm().run(LENGTH);
        double used = simulation.service().accepted() / (limit.perSecond() * LENGTH.toSeconds());
        assertThat(used).isBetween(0.97, 1.0);
        assertThat(simulation.service().refused()).isZero();
    }
}
