/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promise, on one thread by a clock that a seed moves. A red seed is named and can be run again by its number. */
class SimulationTest {
    private static final long SEEDS = Long.getLong("simulation.seeds", 300);
    private static final long SEEDS_TO_TURN_RED = 2000;

    private static final long FIRST = Long.getLong("simulation.seed", 0);

    @Test
    void everySeedKeepsThePromise() {
        boolean alone = System.getProperty("simulation.seed") != null;
        LongStream.range(FIRST, FIRST + (alone ? 1 : SEEDS))
                .forEach(seed -> assertThat(violations(seed, Rule.ALL, true))
                        .as(
                                "seed %d (alone: mvn -pl connector -am test -Dtest='SimulationTest#every*'"
                                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed=%d)",
                                seed, seed)
                        .isEmpty());
    }

    /** R1 to R11 as far as they have a switch in the code: every one of them. */
    @ParameterizedTest
    @EnumSource
    void aRuleSwitchedOffTurnsASeedRed(Rule rule) {
        Set<Rule> rules = EnumSet.complementOf(EnumSet.of(rule));
        assertTurnsRed(rule.toString(), rules, true);
    }

    @Test
    void twoTellersOnOneStreamTurnASeedRed() {
        assertTurnsRed("R1", Rule.ALL, false);
    }

    private static void assertTurnsRed(String name, Set<Rule> rules, boolean oneTeller) {
        OptionalLong red = LongStream.range(0, SEEDS_TO_TURN_RED)
                .filter(seed -> !violations(seed, rules, oneTeller).isEmpty())
                .findFirst();
        assertThat(red).as("a seed that is red without " + name).isPresent();
        System.out.printf(
                "without %s seed %d is red: %s%n",
                name,
                red.getAsLong(),
                violations(red.getAsLong(), rules, oneTeller).get(0));
    }

    private static List<String> violations(long seed, Set<Rule> rules, boolean oneTeller) {
        return new Simulation(seed, rules, oneTeller).run();
    }
}
