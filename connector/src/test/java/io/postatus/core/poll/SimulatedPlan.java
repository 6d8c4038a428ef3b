/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.SimulatedConditions.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What to read of a service: windows; or lists of customers, and by and by the days of a log. */
final class SimulatedPlan {
    static final Duration LOOKBACK = SimulatedConditions.LATEST_SHOWN.plusMinutes(1);

    private static final int CUSTOMERS = 4;
    private static final TimeWindow NEVER =
            new TimeWindow(Instant.parse("9999-12-30T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    private final boolean log;
    private final WindowPlan windows;
    private final Duration lookInterval;

    SimulatedPlan(SimulatedConditions conditions) {
        log = conditions.kind == Kind.LISTS_AND_LOG;
        windows = conditions.kind.byTime() ? new WindowPlan(conditions.cut, Duration.ofSeconds(1)) : null;
        lookInterval = Duration.ofMinutes(log ? 45 : 5);
    }

    static String customer(String number) {
        return "customer " + number.hashCode() % CUSTOMERS;
    }

    List<Slice> plan(PlanRequest request) {
        if (windows != null) {
            return windows.plan(request);
        }
        List<Slice> slices = new ArrayList<>();
        if (isOver(request.customers().listed(), request.now())) {
            slices.add(new Slice.CustomerList());
        }
        request.customers().looks().forEach((customer, look) -> {
            long open = request.watched().stream()
                    .filter(number -> customer(number).equals(customer))
                    .count();
            if (open > 1 && !log || isOver(look, request.now())) {
                slices.add(new Slice.Customer(customer));
            }
        });
        if (log && !request.unsettled().isEmpty()) {
            slices.addAll(days(request));
        }
        return slices;
    }

    List<Slice> planRange(TimeWindow range, Instant now) {
        return windows == null ? List.of() : windows.plan(range, now);
    }

    private boolean isOver(Instant look, Instant now) {
        return look == null || !look.plus(lookInterval).isAfter(now);
    }

    /** Days that are over are credited, the day that is not never is. */
    private static List<Slice> days(PlanRequest request) {
        Instant over = over(request.now());
        Instant tomorrow = request.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        List<Slice> slices = new ArrayList<>();
        for (TimeWindow window : request.unsettled()) {
            window.before(over).ifPresent(days -> slices.add(new Slice.Window(days, days)));
            window.since(over)
                    .ifPresent(days -> slices.add(new Slice.Window(NEVER, new TimeWindow(days.from(), tomorrow))));
        }
        return slices;
    }

    /** The end of the last day of which no record is expected any more. */
    static Instant over(Instant now) {
        return now.minus(LOOKBACK).truncatedTo(ChronoUnit.DAYS);
    }
}
