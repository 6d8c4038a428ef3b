/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.Intervals;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.model.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** R6 as far as it is planning: what is asked for, and what it will be credited as. */
class WindowPlanTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Instant NOW = Windows.INSTANTS.get(Windows.INSTANTS.size() - 1);

    private static List<Slice.Window> plan(Duration cap, List<TimeWindow> unsettled) {
        return new WindowPlan(cap, SECOND)
                .plan(new PlanRequest(unsettled, NOW)).stream()
                        .map(Slice.Window.class::cast)
                        .toList();
    }

    @Provide
    Arbitrary<List<TimeWindow>> unsettled() {
        return Windows.any().list().ofMaxSize(6).map(windows -> {
            Intervals union = Intervals.NONE;
            for (TimeWindow window : windows) {
                union = union.plus(window);
            }
            return union.windows();
        });
    }

    @Property
    void slicesTileTheUnsettledTimeExactly(
            @ForAll("unsettled") List<TimeWindow> unsettled, @ForAll @IntRange(min = 4, max = 20) int cap) {
        List<TimeWindow> credited = plan(Duration.ofSeconds(cap), unsettled).stream()
                .map(Slice.Window::credited)
                .sorted(Comparator.comparing(TimeWindow::from))
                .toList();
        Intervals union = Intervals.NONE;
        Instant end = Instant.MIN;
        for (TimeWindow window : credited) {
            assertThat(window.from()).as("no overlap").isAfterOrEqualTo(end);
            end = window.to();
            union = union.plus(window);
        }
        assertThat(union.windows()).isEqualTo(unsettled);
    }

    @Property
    void everyRequestIsWidenedByOneUnitWithinTheCapAndNotBeyondNow(
            @ForAll("unsettled") List<TimeWindow> unsettled, @ForAll @IntRange(min = 4, max = 20) int cap) {
        assertThat(plan(Duration.ofSeconds(cap), unsettled)).allSatisfy(slice -> {
            Instant wide = slice.credited().to().plus(SECOND);
            assertThat(slice.asked().from()).isEqualTo(slice.credited().from().minus(SECOND));
            assertThat(slice.asked().to()).isEqualTo(wide.isAfter(NOW) ? NOW : wide);
            assertThat(slice.asked().length()).isLessThanOrEqualTo(Duration.ofSeconds(cap));
        });
    }

    /** Poll after poll: what was read is read again only as far as a reading began less than a lookback after it. */
    @Property
    void pollsCoverExactlyAndOverlapByALookbackAtMost(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 60) Integer> pauses,
            @ForAll @IntRange(max = 20) int lookback,
            @ForAll @IntRange(max = 10) int lag,
            @ForAll @IntRange(min = 4, max = 20) int cap) {
        Coverage coverage = Coverage.NONE;
        Instant start = Instant.EPOCH;
        Instant now = start;
        Instant settledTo = start;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            Instant horizon = now.minusSeconds(lag);
            List<Slice> slices = new WindowPlan(Duration.ofSeconds(cap), SECOND)
                    .plan(new PlanRequest(coverage.unsettled(new TimeWindow(start, now)), now));
            for (Slice slice : slices) {
                TimeWindow credited = ((Slice.Window) slice).credited();
                assertThat(credited.from()).as("read again").isAfterOrEqualTo(settledTo);
                if (credited.from().isBefore(horizon)) {
                    coverage = coverage.plus(credited.before(horizon).orElseThrow(), now, Duration.ofSeconds(lookback));
                }
            }
            settledTo = later(settledTo, earlier(horizon, now.minusSeconds(lookback)));
            assertThat(coverage.covered().windows())
                    .as("read so far")
                    .isEqualTo(TimeWindow.between(start, horizon).stream().toList());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Property
    void theNewestComesFirstAndThenTheOldest(@ForAll("unsettled") List<TimeWindow> unsettled) {
        List<Instant> starts = plan(Duration.ofSeconds(6), unsettled).stream()
                .map(slice -> slice.credited().from())
                .toList();
        if (!starts.isEmpty()) {
            assertThat(starts.get(0))
                    .isEqualTo(starts.stream().max(Comparator.naturalOrder()).orElseThrow());
            assertThat(starts.subList(1, starts.size())).isSorted();
        }
    }

    @Test
    void nothingUnsettledIsNothingToRead() {
        assertThat(plan(Duration.ofSeconds(10), List.of())).isEmpty();
    }

    @Test
    void aCapThatLeavesNoRoomForTheWideningIsRefused() {
        assertThatThrownBy(() -> new WindowPlan(Duration.ofSeconds(3), SECOND))
                .hasMessage("a window of PT3S is too short for times in steps of PT1S");
        assertThatThrownBy(() -> new WindowPlan(Duration.ofSeconds(3), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
