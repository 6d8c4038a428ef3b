/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A set of instants, kept as windows that are sorted, disjoint and not adjacent. */
public record Intervals(List<TimeWindow> windows) {

    public static final Intervals NONE = new Intervals(List.of());

    public Intervals {
        windows = List.copyOf(windows);
    }

    /** In whatever order windows are added, and however often, the sum is the same. */
    public Intervals plus(TimeWindow added) {
        List<TimeWindow> result = new ArrayList<>(windows.size() + 1);
        Instant from = added.from();
        Instant to = added.to();
        int i = 0;
        while (i < windows.size() && windows.get(i).to().isBefore(from)) {
            result.add(windows.get(i++));
        }
        while (i < windows.size() && !windows.get(i).from().isAfter(to)) {
            TimeWindow touching = windows.get(i++);
            from = touching.from().isBefore(from) ? touching.from() : from;
            to = touching.to().isAfter(to) ? touching.to() : to;
        }
        result.add(new TimeWindow(from, to));
        result.addAll(windows.subList(i, windows.size()));
        return new Intervals(result);
    }

    /** The parts of a window that are not in this set, oldest first. */
    public List<TimeWindow> gaps(TimeWindow within) {
        List<TimeWindow> gaps = new ArrayList<>();
        Instant at = within.from();
        for (TimeWindow window : windows) {
            TimeWindow.between(at, window.from().isBefore(within.to()) ? window.from() : within.to())
                    .ifPresent(gaps::add);
            at = window.to().isAfter(at) ? window.to() : at;
        }
        TimeWindow.between(at, within.to()).ifPresent(gaps::add);
        return gaps;
    }
}
