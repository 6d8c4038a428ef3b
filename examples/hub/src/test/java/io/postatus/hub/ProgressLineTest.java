/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.RateFigures;
import io.postatus.core.poll.PollReport;
import io.postatus.core.state.StreamId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The progress line says what is known and nothing else. */
class ProgressLineTest {
    private static final Instant BEGAN = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<RateFigures> RATES =
            List.of(new RateFigures(1, 0, 50, 0, 0), new RateFigures(90, 0, 10, 0, 3));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // seconds, closed of 13, pages, pages of the closed
                "2  | 0  | 19  | 0   | time left is known after the first window",
                "5  | 3  | 48  | 45  | about 15 s left",
                "10 | 6  | 112 | 90  | about 7 s left",
                "20 | 13 | 200 | 200 | about 0 s left",
                "60 | 1  | 60  | 10  | about 4 min left",
                "60 | 1  | 60  | 60  | about 12 min left",
            })
    void timeLeftIsWhatTheOtherWindowsTakeIfTheyAreLikeThoseReadSoFar(
            int seconds, int closed, int pages, int closedPages, String left) {
        assertThat(ProgressLine.of(Reading.WINDOWS, report(null, seconds, closed, pages, closedPages), RATES, 3))
                .startsWith("reading: " + closed + " of 13 windows, " + String.format("%,d", pages * 100) + " orders, ")
                .endsWith(", " + left);
    }

    @Test
    void rateIsThatOfTheWholeReadBesideWhatIsAllowed() {
        assertThat(ProgressLine.of(Reading.WINDOWS, report(null, 10, 6, 97, 90), RATES, 3))
                .contains(", 9.7 of 10.0 requests/s, ");
        assertThat(ProgressLine.of(
                        Reading.WINDOWS, report(null, 10, 6, 97, 90), List.of(new RateFigures(99, 2, 5, 0, 0)), 3))
                .contains(", 9.7 of 5.0 requests/s, 2 refused, ");
    }

    @Test
    void endSaysWhetherAllWasRead() {
        assertThat(ProgressLine.ofTheEnd(Reading.WINDOWS, report(PollReport.Ended.DONE, 21, 13, 200, 200), RATES))
                .isEqualTo("read up to now: 13 of 13 windows, 20,000 orders, 7 told, 9.5 of 10.0 requests/s, in 21 s");
        assertThat(ProgressLine.ofTheEnd(Reading.WINDOWS, report(PollReport.Ended.STOPPED, 5, 3, 48, 45), RATES))
                .startsWith("read in part: 3 of 13 windows");
    }

    @Test
    void readThatGotNoAnswerSaysSoAndWhenItGoesOn() {
        assertThat(ProgressLine.of(Reading.WINDOWS, report(null, 4, 0, 0, 0), RATES, 3))
                .isEqualTo("reading: 0 of 13 windows, no answer yet");
        Instant next = BEGAN.plusSeconds(40);
        assertThat(ProgressLine.ofTheEnd(Reading.WINDOWS, report(PollReport.Ended.FAILED, 10, 0, 0, 0, next), RATES))
                .startsWith("read in part: 0 of 13 windows")
                .endsWith(", in 10 s; goes on at " + ReadableLine.time(next));
    }

    @Test
    void ofWhatTurnsUpOnTheWayNoTimeLeftIsToldAndNoOrderIsCountedTwice() {
        PollReport half = report(null, 10, 6, 97, 90);
        assertThat(ProgressLine.of(Reading.WINDOWS_AND_ORDERS, half, RATES, 3))
                .isEqualTo("reading: 6 of 13 windows and orders so far, 7 told");
        assertThat(ProgressLine.ofTheEnd(
                        Reading.WINDOWS_AND_ORDERS, report(PollReport.Ended.DONE, 21, 13, 200, 200), RATES))
                .isEqualTo("read up to now: 13 of 13 windows and orders, 7 told, in 21 s");
    }

    @Test
    void whatIsNotReadByTimeIsNotReadUpToNowAndHasNoWindows() {
        assertThat(ProgressLine.of(Reading.LISTS_AND_ORDERS, report(null, 4, 0, 0, 0), RATES, 3))
                .isEqualTo("reading: 0 of 13 lists and orders, no answer yet");
        assertThat(ProgressLine.ofTheEnd(
                        Reading.LISTS_AND_ORDERS, report(PollReport.Ended.DONE, 21, 13, 200, 200), RATES))
                .isEqualTo("read in full: 13 of 13 lists and orders, 7 told, in 21 s");
    }

    private static PollReport report(PollReport.Ended ended, int seconds, int closed, int pages, int closedPages) {
        return report(ended, seconds, closed, pages, closedPages, null);
    }

    private static PollReport report(
            PollReport.Ended ended, int seconds, int closed, int pages, int closedPages, Instant pausedUntil) {
        return new PollReport(
                new StreamId("amazonvendor", "acme-de", "default"),
                BEGAN,
                BEGAN.plusSeconds(seconds),
                ended,
                13,
                closed,
                0,
                pages,
                closedPages,
                pages * 100L,
                7,
                7,
                0,
                List.of(),
                null,
                pausedUntil);
    }
}
