/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Many old closings as few: one for each contiguous stretch that is settled, that is read but not settled, or that is
 * lost.
 *
 * <ol>
 *   <li>The coverage they add up to stays the same, whatever is credited beside them before or after.
 *   <li>The sums of pages, orders, told and parked stay the same; a closing counts where its window begins.
 * </ol>
 */
final class RollUp {
    /** Evidence of single closings is kept for that long. */
    static final Duration AFTER = Duration.ofDays(3);
    /** Few old closings are left alone: rolling up is for those who poll every minute. */
    static final int MORE_THAN = 200;

    private RollUp() {}

    static List<Closing> of(List<Closing> closings) {
        List<Closing> lost = closings.stream().filter(Closing::lost).toList();
        List<Closing> read =
                closings.stream().filter(closing -> !closing.lost()).toList();
        Coverage coverage = coverage(read);
        List<Closing> result = new ArrayList<>();
        for (TimeWindow settled : coverage.settled().windows()) {
            result.add(settled(settled, read));
        }
        for (TimeWindow stretch : coverage.covered().windows()) {
            coverage.unsettled(stretch).forEach(fresh -> result.add(fresh(fresh, read)));
        }
        for (TimeWindow stretch : coverage(lost).covered().windows()) {
            result.add(
                    closing(stretch, Duration.ZERO, true, began(lost, stretch).get(0), lost));
        }
        return result;
    }

    static Coverage coverage(List<Closing> closings) {
        Coverage coverage = Coverage.NONE;
        for (Closing closing : closings) {
            coverage = closing.creditTo(coverage);
        }
        return coverage;
    }

    /**
     * The latest beginning and the shortest lookback settle the whole stretch: those of the closing that settled its end
     * did so already.
     */
    private static Closing settled(TimeWindow stretch, List<Closing> read) {
        List<Instant> began = began(read, stretch);
        return closing(stretch, lookbacks(read, stretch).get(0), false, began.get(began.size() - 1), read);
    }

    /** The earliest beginning and the longest lookback settle nothing of it: those of the closing at its start do not. */
    private static Closing fresh(TimeWindow stretch, List<Closing> read) {
        List<Duration> lookbacks = lookbacks(read, stretch);
        return closing(
                stretch,
                lookbacks.get(lookbacks.size() - 1),
                false,
                began(read, stretch).get(0),
                read);
    }

    private static Closing closing(
            TimeWindow stretch, Duration lookback, boolean lost, Instant began, List<Closing> closings) {
        List<Evidence> all = closings.stream()
                .filter(closing -> stretch.contains(closing.window().from()))
                .map(Closing::evidence)
                .toList();
        List<Closing> touching = touching(closings, stretch);
        Instant closed = touching.stream()
                .map(closing -> closing.evidence().closed())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long epoch = touching.stream()
                .mapToLong(closing -> closing.evidence().epoch())
                .max()
                .orElseThrow();
        return new Closing(
                stretch,
                lookback,
                lost,
                new Evidence(
                        epoch,
                        began,
                        closed,
                        all.stream().mapToInt(Evidence::pages).sum(),
                        all.stream().mapToInt(Evidence::orders).sum(),
                        all.stream().mapToInt(Evidence::told).sum(),
                        all.stream().mapToInt(Evidence::parked).sum()));
    }

    private static List<Instant> began(List<Closing> closings, TimeWindow stretch) {
        return touching(closings, stretch).stream()
                .map(closing -> closing.evidence().began())
                .sorted()
                .toList();
    }

    private static List<Duration> lookbacks(List<Closing> closings, TimeWindow stretch) {
        return touching(closings, stretch).stream()
                .map(Closing::lookback)
                .sorted()
                .toList();
    }

    private static List<Closing> touching(List<Closing> closings, TimeWindow stretch) {
        return closings.stream()
                .filter(closing -> closing.window().intersect(stretch).isPresent())
                .toList();
    }
}
