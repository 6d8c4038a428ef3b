/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Backfill;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Customers;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.Parked;
import io.postatus.core.state.Queued;
import io.postatus.core.state.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What somebody reads who checks the promise without us: every fact is a line of JSON. */
class CoverageLinesTest {
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(TEN, TEN.plus(Duration.ofHours(1)));
    private static final Parked PARKED = new Parked("7", 3, TEN, 5, "no room", "{\"a\":1}");

    private static Closing closing(boolean lost) {
        Evidence evidence = new Evidence(4, TEN, TEN.plusMillis(5), 2, 30, 20, 1);
        return new Closing(HOUR, Duration.ofMinutes(5), lost, evidence);
    }

    @Test
    void everyFactIsALine() {
        TimeWindow halfRead = new TimeWindow(TEN.minus(Duration.ofHours(1)), HOUR.to());
        StreamState state = new StreamState(
                TEN,
                TEN.plusSeconds(1),
                closing(false).creditTo(Coverage.NONE),
                9,
                2,
                TEN.plusSeconds(2),
                "the service is down");
        CoverageReport report = new CoverageReport(
                PollFixture.STREAM,
                "updated",
                TEN,
                state,
                List.of(closing(false), closing(true)),
                List.of(new CoverageReport.Gap(HOUR, "not read yet", null)),
                List.of(new Backfill(halfRead, TEN)),
                List.of(
                        new Queued("7", TEN, "run-b"),
                        new Queued("8", TEN.plusSeconds(1), "run-a"),
                        new Queued("9", TEN.plusSeconds(2), "run-b")),
                new Customers(TEN, new TreeMap<>(Map.of("x", TEN, "y", Customers.NEVER))),
                List.of(PARKED));

        assertThat(lines(CoverageLines.of(report)))
                .containsExactly(
                        "{'type':'stream','stream':'sim/acme/default','coverageKey':'updated',"
                                + "'at':'2026-03-02T10:00:00.000000000Z','startFrom':'2026-03-02T10:00:00.000000000Z',"
                                + "'startedAt':'2026-03-02T10:00:01.000000000Z',"
                                + "'readUpTo':'2026-03-02T11:00:00.000000000Z','confirmed':9,'failures':2,"
                                + "'pausedUntil':'2026-03-02T10:00:02.000000000Z','pauseReason':'the service is down',"
                                + "'customersListed':'2026-03-02T10:00:00.000000000Z'}",
                        "{'type':'covered','from':'2026-03-02T10:00:00.000000000Z',"
                                + "'to':'2026-03-02T11:00:00.000000000Z','epoch':4,"
                                + "'began':'2026-03-02T10:00:00.000000000Z','closed':'2026-03-02T10:00:00.005000000Z',"
                                + "'pages':2,'orders':30,'told':20,'parked':1}",
                        "{'type':'lost','from':'2026-03-02T10:00:00.000000000Z',"
                                + "'to':'2026-03-02T11:00:00.000000000Z','epoch':4,"
                                + "'began':'2026-03-02T10:00:00.000000000Z','closed':'2026-03-02T10:00:00.005000000Z',"
                                + "'pages':2,'orders':30,'told':20,'parked':1}",
                        "{'type':'gap','from':'2026-03-02T10:00:00.000000000Z',"
                                + "'to':'2026-03-02T11:00:00.000000000Z','reason':'not read yet'}",
                        "{'type':'backfill','from':'2026-03-02T09:00:00.000000000Z',"
                                + "'to':'2026-03-02T11:00:00.000000000Z','requested':'2026-03-02T10:00:00.000000000Z',"
                                + "'read':'PT1H','of':'PT2H'}",
                        "{'type':'replay','run':'run-a','since':'2026-03-02T10:00:01.000000000Z','waiting':1}",
                        "{'type':'replay','run':'run-b','since':'2026-03-02T10:00:00.000000000Z','waiting':2}",
                        "{'type':'customer','customer':'x','looked':'2026-03-02T10:00:00.000000000Z'}",
                        "{'type':'customer','customer':'y'}",
                        "{'type':'parked','order':'7','sequence':3,'since':'2026-03-02T10:00:00.000000000Z',"
                                + "'tries':5,'cause':'no room'}");
    }

    @Test
    void whatWasGivenUpOnIsShownWithItsDocument() {
        assertThat(lines(CoverageLines.of(List.of(PARKED))))
                .containsExactly("{'order':'7','sequence':3,'since':'2026-03-02T10:00:00.000000000Z','tries':5,"
                        + "'cause':'no room','document':'{\\'a\\':1}'}");
    }

    @Test
    void aGapSaysInALineWhyItIsAndWhenItEnds() {
        assertThat(new CoverageReport.Gap(HOUR, "not read yet", null)).hasToString(HOUR + ": not read yet");
        assertThat(new CoverageReport.Gap(HOUR, "the service is down", TEN))
                .hasToString(HOUR + ": the service is down, next try 2026-03-02T10:00:00Z");
    }

    /** With quotes that need no escape here. */
    private static List<String> lines(String json) {
        return json.lines().map(line -> line.replace('"', '\'')).toList();
    }
}
