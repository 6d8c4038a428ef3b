/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a stream remembers, in a line. */
final class RememberedLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private RememberedLine() {}

    static String atStart(Reading reading, StreamState state, String startFrom) {
        return state.startedAt() == null
                ? "first start: " + first(reading, startFrom)
                : "goes on where it stopped: " + of(reading, state) + pause(state);
    }

    private static String first(Reading reading, String startFrom) {
        return reading.isByTime()
                ? "reads what changed since " + startFrom
                : "tells orders placed since " + startFrom + " and what changes from now on";
    }

    static String atEnd(Reading reading, StreamState state) {
        return state.startedAt() == null
                ? "stopped before it began"
                : "stopped; the next start goes on from here: " + of(reading, state);
    }

    private static String of(Reading reading, StreamState state) {
        return String.format(
                Locale.ROOT,
                "%s%,d changes told since %s",
                reading.isByTime() ? read(state) + ", " : "",
                state.confirmed(),
                time(state.startedAt()));
    }

    private static String pause(StreamState state) {
        return state.pausedUntil() == null || state.pausedUntil().isBefore(Instant.now())
                ? ""
                : "; paused until " + time(state.pausedUntil()) + ", since " + state.failures()
                        + " polls in a row failed: " + state.pauseReason();
    }

    private static String read(StreamState state) {
        Instant end = state.coverage().covered().windows().stream()
                .map(window -> window.to())
                .reduce(state.startFrom(), (one, other) -> other.isAfter(one) ? other : one);
        return state.readUpTo().equals(end)
                ? "read up to " + time(end)
                : days(state.read()) + " of " + days(Duration.between(state.startFrom(), Instant.now()))
                        + " days are read";
    }

    private static String days(Duration duration) {
        return String.format(Locale.ROOT, "%.0f", duration.toMinutes() / (24 * 60.0));
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
