/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.http.RateFigures;
import io.postatus.core.poll.PollReport;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * How far a long read has come, in a line. If all is planned in full: windows done of planned, orders, rate used, time
 * left. Else more turns up on the way, and lists show orders that are read again by id: only what is told is counted.
 */
final class ProgressLine {
    private static final int HALF_A_MINUTE_MORE = 30;

    private ProgressLine() {}

    /** @param inFlight how many windows are read side by side at most */
    static String of(Reading reading, PollReport report, Collection<RateFigures> rates, int inFlight) {
        if (report.pages() == 0) {
            return "reading: " + (report.planned() == 0 ? "" : pieces(reading, report) + ", ") + "no answer yet";
        }
        if (!reading.isPlannedInFull()) {
            return String.format(
                    Locale.ROOT, "reading: %s so far, %,d told", pieces(reading, report), report.confirmed());
        }
        return String.format(
                Locale.ROOT,
                "reading: %s, %,d orders, %s, %s",
                pieces(reading, report),
                report.orders(),
                rate(report, rates),
                left(report, inFlight));
    }

    static String ofTheEnd(Reading reading, PollReport report, Collection<RateFigures> rates) {
        boolean inFull = reading.isPlannedInFull();
        return String.format(
                Locale.ROOT,
                "%s: %s%s, %,d told%s, in %s%s",
                verdict(reading, report),
                pieces(reading, report),
                inFull ? String.format(Locale.ROOT, ", %,d orders", report.orders()) : "",
                report.confirmed(),
                inFull ? ", " + rate(report, rates) : "",
                length(elapsed(report)),
                report.pausedUntil() == null ? "" : "; goes on at " + ReadableLine.time(report.pausedUntil()));
    }

    private static String verdict(Reading reading, PollReport report) {
        if (report.ended() != PollReport.Ended.DONE || report.failed() > 0) {
            return "read in part";
        }
        return reading.isByTime() ? "read up to now" : "read in full";
    }

    private static String pieces(Reading reading, PollReport report) {
        return report.closed() + " of " + report.planned() + " " + reading.pieces();
    }

    /** Requests of this read over its time, and what the busiest operation is allowed now. */
    private static String rate(PollReport report, Collection<RateFigures> rates) {
        double used = report.pages() / Math.max(0.001, elapsed(report).toMillis() / 1000.0);
        return rates.stream()
                .max(Comparator.comparingLong(RateFigures::granted))
                .map(busiest -> String.format(
                        Locale.ROOT,
                        "%.1f of %.1f requests/s%s",
                        used,
                        busiest.perSecond(),
                        busiest.refused() == 0 ? "" : ", " + busiest.refused() + " refused"))
                .orElse("no request yet");
    }

    /**
     * Nobody tells how many pages there will be, so the other windows are taken for as long as those so far: the closed
     * ones, or those and the ones that are being read, of which half is taken for done; whichever is longer.
     */
    private static String left(PollReport report, int inFlight) {
        if (report.closed() == 0) {
            return "time left is known after the first window";
        }
        int beingRead = Math.min(inFlight, report.planned() - report.closed());
        double length = Math.max(
                (double) report.closedPages() / report.closed(), report.pages() / (report.closed() + beingRead / 2.0));
        double share = Math.max(0, length * report.planned() / report.pages() - 1);
        return "about " + length(Duration.ofMillis((long) (elapsed(report).toMillis() * share))) + " left";
    }

    private static Duration elapsed(PollReport report) {
        return Duration.between(report.began(), report.at());
    }

    private static String length(Duration duration) {
        long seconds = (duration.toMillis() + 500) / 1000;
        return seconds < 100 ? seconds + " s" : (seconds + HALF_A_MINUTE_MORE) / 60 + " min";
    }
}
