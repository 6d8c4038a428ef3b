/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts unsettled time into windows that a service accepts: the newest first, since it holds the news, then the oldest to
 * the newest.
 *
 * @param cap the longest span that the service accepts in one request
 * @param resolution the unit of the service's times: every request is wider by one at both ends
 */
public record WindowPlan(Duration cap, Duration resolution) {

    public WindowPlan {
        if (resolution.isNegative() || resolution.isZero() || cap.compareTo(resolution.multipliedBy(4)) < 0) {
            throw new IllegalArgumentException(
                    "a window of " + cap + " is too short for times in steps of " + resolution);
        }
    }

    public List<Slice> plan(PlanRequest request) {
        List<Slice> slices = new ArrayList<>();
        request.unsettled().forEach(window -> cut(window, request.now(), slices));
        Collections.rotate(slices, 1);
        return slices;
    }

    /** Oldest first. */
    public List<Slice> plan(TimeWindow range, Instant now) {
        List<Slice> slices = new ArrayList<>();
        cut(range, now, slices);
        return slices;
    }

    private void cut(TimeWindow window, Instant now, List<Slice> slices) {
        Duration longest = cap.minus(resolution.multipliedBy(2));
        for (Instant from = window.from(); from.isBefore(window.to()); ) {
            Instant end = from.plus(longest);
            Instant to = end.isBefore(window.to()) ? end : window.to();
            slices.add(slice(new TimeWindow(from, to), now));
            from = to;
        }
    }

    /** Nobody documents what a bound in the future does, so the newest window is asked for up to now and not beyond. */
    private Slice slice(TimeWindow credited, Instant now) {
        Instant wide = credited.to().plus(resolution);
        Instant to = wide.isAfter(now) && !credited.to().isAfter(now) ? now : wide;
        return new Slice.Window(credited, new TimeWindow(credited.from().minus(resolution), to));
    }
}
