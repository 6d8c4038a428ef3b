/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * The promise, in lives that are each lived on one thread by a clock that a seed moves. A red seed says how it is lived
 * again: then alone, with all that the loop logs.
 */
class SimulationTest {
    private static final Long ALONE = Long.getLong("simulation.seed");
    private static final long SEEDS = Long.getLong("simulation.seeds", 10_000);
    private static final long SEEDS_TO_TURN_RED = 3_000;

    private static final Logger LOOP = (Logger) LoggerFactory.getLogger("io.postatus.core.poll");
    private static final Level BEFORE = LOOP.getLevel();

    @BeforeAll
    static void lookAtNoWarnings() {
        LOOP.setLevel(ALONE == null ? Level.OFF : BEFORE);
    }

    @AfterAll
    static void lookAtWarningsAgain() {
        LOOP.setLevel(BEFORE);
    }

    @Test
    void everySeedKeepsThePromise() {
        LongStream seeds = ALONE == null ? LongStream.range(0, SEEDS) : LongStream.of(ALONE);
        List<String> red = seeds.parallel()
                .mapToObj(seed -> judge(seed, new Simulation(seed, SwitchedOff.NOTHING)))
                .filter(verdict -> !verdict.isEmpty())
                .toList();

        assertThat(red).as("%d red seeds", red.size()).isEmpty();
    }

    private static String judge(long seed, Simulation life) {
        List<String> violations = life.run();
        return violations.isEmpty()
                ? ""
                : "seed " + seed + " (" + life.conditions() + "):\n  " + String.join("\n  ", violations)
                        + "\n  again: mvn test -pl connector -am -Dtest='SimulationTest#every*'"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed=" + seed;
    }

    /** R1 to R16. Which seed shows it, and how, is published as an entry of the report, to whoever listens to those. */
    @ParameterizedTest(name = "without {0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void aRuleSwitchedOffTurnsASeedRed(SwitchedOff rule, TestReporter report) {
        OptionalLong red = LongStream.range(0, SEEDS_TO_TURN_RED)
                .filter(seed -> !new Simulation(seed, rule).run().isEmpty())
                .findFirst();

        assertThat(red).as("a seed that is red without " + rule).isPresent();
        report.publishEntry("without " + rule, judge(red.getAsLong(), new Simulation(red.getAsLong(), rule)));
    }

    @Test
    void everyRuleOfTheDesignIsSwitchedOffOnce() {
        Set<String> shown = Arrays.stream(SwitchedOff.values()).map(Enum::name).collect(Collectors.toSet());
        Set<Rule> left = EnumSet.allOf(Rule.class);
        Arrays.stream(SwitchedOff.values()).forEach(off -> left.retainAll(off.rules()));

        assertThat(shown)
                .containsAll(IntStream.rangeClosed(1, 16).mapToObj(i -> "R" + i).toList());
        assertThat(left).as("switches that nobody throws").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aProcessMayDieAtEveryWriteOfItsFirstPolls(SimulatedConditions.Kind kind) {
        assertThat(redDeaths(kind, 60, (node, death) -> node.writesLeft = death))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aProcessMayDieAtEveryStepOfItsFirstPolls(SimulatedConditions.Kind kind) {
        assertThat(redDeaths(kind, 150, (node, death) -> node.stepsLeft = death))
                .isEmpty();
    }

    /** In one and the same life but for the death. */
    private static List<String> redDeaths(
            SimulatedConditions.Kind kind, int deaths, ObjIntConsumer<SimulatedNode> dying) {
        long seed = LongStream.iterate(0, next -> next + 1)
                .filter(candidate -> isPlain(new Simulation(candidate, SwitchedOff.NOTHING).conditions(), kind))
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(1, deaths)
                .mapToObj(death -> {
                    Simulation life = new Simulation(seed, SwitchedOff.NOTHING);
                    life.firstDeath = node -> dying.accept(node, death);
                    return life.run().stream()
                            .map(violation -> "death " + death + " of seed " + seed + ": " + violation);
                })
                .flatMap(Function.identity())
                .toList();
    }

    private static boolean isPlain(SimulatedConditions conditions, SimulatedConditions.Kind kind) {
        return conditions.kind == kind && !conditions.twoNodes && !conditions.longBreak && conditions.poison == null;
    }
}
