/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.PageToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What of a window is still to be walked: the window itself, or the pieces into which it was split. The page token of a
 * window is its text.
 *
 * @param windows in the order of reading, at least one
 */
record PosRemainder(List<TimeWindow> windows) {

    PosRemainder {
        windows = List.copyOf(windows);
    }

    /** @param token null for the beginning */
    static PosRemainder of(TimeWindow whole, PageToken token) {
        return token == null
                ? new PosRemainder(List.of(whole))
                : new PosRemainder(Arrays.stream(token.value().split(" "))
                        .map(PosRemainder::window)
                        .toList());
    }

    private static TimeWindow window(String text) {
        int slash = text.indexOf('/');
        return new TimeWindow(Instant.parse(text.substring(0, slash)), Instant.parse(text.substring(slash + 1)));
    }

    TimeWindow first() {
        return windows.get(0);
    }

    /** Once the first is read; null if nothing is left. */
    PageToken afterFirst() {
        return token(windows.subList(1, windows.size()));
    }

    /** The first in two halves before the others; null if it is a minute, which cannot be split. */
    PageToken withFirstSplit() {
        Instant from = first().from().truncatedTo(ChronoUnit.MINUTES);
        long minutes = Duration.between(from, first().to())
                .plus(PosTime.RESOLUTION)
                .minusNanos(1)
                .toMinutes();
        if (minutes < 2) {
            return null;
        }
        Instant middle = from.plus(PosTime.RESOLUTION.multipliedBy(minutes / 2));
        List<TimeWindow> more = new ArrayList<>(windows);
        more.set(0, new TimeWindow(first().from(), middle));
        more.add(1, new TimeWindow(middle, first().to()));
        return token(more);
    }

    private static PageToken token(List<TimeWindow> windows) {
        return PageToken.of(windows.stream().map(TimeWindow::toString).collect(Collectors.joining(" ")));
    }
}
