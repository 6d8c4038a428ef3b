/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.model.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RollUpTest {

    @Property
    void coverageStaysTheSame(@ForAll("closings") List<Closing> closings) {
        assertThat(RollUp.coverage(RollUp.of(closings))).isEqualTo(RollUp.coverage(closings));
    }

    @Property
    void whateverIsCreditedLater(@ForAll("closings") List<Closing> old, @ForAll("closings") List<Closing> later) {
        List<Closing> all = new ArrayList<>(old);
        all.addAll(later);
        List<Closing> rolledUp = new ArrayList<>(RollUp.of(old));
        rolledUp.addAll(later);

        assertThat(RollUp.coverage(rolledUp)).isEqualTo(RollUp.coverage(all));
        assertThat(RollUp.coverage(RollUp.of(rolledUp))).isEqualTo(RollUp.coverage(all));
    }

    @Property
    void whatWasLostStaysMarked(@ForAll("closings") List<Closing> closings) {
        assertThat(RollUp.coverage(lost(RollUp.of(closings)))).isEqualTo(RollUp.coverage(lost(closings)));
    }

    @Property
    void sumsStayTheSame(@ForAll("closings") List<Closing> closings) {
        List<Closing> rolledUp = RollUp.of(closings);

        for (ToIntFunction<Evidence> count :
                List.<ToIntFunction<Evidence>>of(Evidence::pages, Evidence::orders, Evidence::told, Evidence::parked)) {
            assertThat(sum(rolledUp, count)).isEqualTo(sum(closings, count));
        }
    }

    @Property
    void oneForEachContiguousStretch(@ForAll("closings") List<Closing> closings) {
        List<Closing> rolledUp = RollUp.of(closings);

        assertThat(rolledUp.size()).isLessThanOrEqualTo(2 * closings.size());
        assertThat(RollUp.of(rolledUp)).containsExactlyInAnyOrderElementsOf(rolledUp);
    }

    @Test
    void aStretchBearsTheEvidenceOfItsOwnClosingsOnly() {
        Closing first = closing(0, 60, new Evidence(1, at(60), at(61), 1, 2, 3, 4));
        Closing second = closing(60, 120, new Evidence(2, at(120), at(121), 10, 20, 30, 40));
        Closing elsewhere = closing(500, 560, new Evidence(9, at(600), at(601), 1, 1, 1, 1));

        assertThat(RollUp.of(List.of(elsewhere, first, second)))
                .containsExactly(closing(0, 120, new Evidence(2, at(120), at(121), 11, 22, 33, 44)), elsewhere);
    }

    private static Closing closing(long from, long to, Evidence evidence) {
        return new Closing(Closings.window(from, to), Duration.ZERO, false, evidence);
    }

    private static Instant at(long second) {
        return Closings.window(second, second + 1).from();
    }

    @Provide
    static Arbitrary<List<Closing>> closings() {
        Arbitrary<Duration> lookbacks = Arbitraries.longs().between(0, 20).map(Duration::ofSeconds);
        Arbitrary<Boolean> lost = Arbitraries.integers().between(0, 5).map(i -> i == 0);
        return Combinators.combine(Windows.any(), lookbacks, lost, evidence())
                .as((TimeWindow window, Duration lookback, Boolean isLost, Evidence evidence) ->
                        new Closing(window, lookback, isLost, evidence))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Evidence> evidence() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 9);
        Arbitrary<Instant> times = Arbitraries.longs().between(0, 60).map(Instant::ofEpochSecond);
        return Combinators.combine(times, times, counts, counts, counts, counts)
                .as((began, closed, pages, orders, told, parked) ->
                        new Evidence(pages, began, closed, pages, orders, told, parked));
    }

    private static List<Closing> lost(List<Closing> closings) {
        return closings.stream().filter(Closing::lost).toList();
    }

    private static int sum(List<Closing> closings, ToIntFunction<Evidence> count) {
        return closings.stream().map(Closing::evidence).mapToInt(count).sum();
    }
}
