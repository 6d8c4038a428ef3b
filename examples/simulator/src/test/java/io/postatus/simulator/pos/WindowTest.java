/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges are of minutes on a wall, and twice a year that wall is odd (reference, sections 3 and 4.2). */
class WindowTest {
    private final SettableClock clock = SettableClock.at("2026-03-02T10:00:59.999Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-02T10:00, true, 1",
        "2026-03-02T10:00:58, 2026-03-02T10:00:58.5, true, 1",
        "2026-03-02T10:01, 2026-03-02T10:02, true, 0",
        "2026-03-02T09:58, 2026-03-02T09:59, true, 0",
        "2026-03-02T23:00, 2026-03-02T01:00, false, 1",
        "2026-03-01T00:00, 2026-03-01T23:59, false, 0",
        "2026-03-02T11:00, 2026-03-02T09:00, true, 0",
        "2026-03-02T10:00, '', true, 1",
        "'', 2026-03-02T10:00, true, 1",
        "'', 2026-03-02T09:59, true, 0",
    })
    void endsBelongToARangeOfMinutesOrDays(String from, String to, boolean byTime, int found) {
        assertThat(found(false, "UTC", "2026-03-02T10:00:59.999Z", window(from, to, byTime)))
                .isEqualTo(found);
    }

    @Test
    void withoutAWordOnTimeDaysAreMeant() {
        String day = "{\"UpdatedSince\": {\"FromDate\": \"2026-03-02T23:00\", \"ToDate\": \"2026-03-02T23:30\"}}";

        assertThat(found(false, "UTC", "2026-03-02T10:00:00Z", day)).isEqualTo(1);
    }

    @Test
    void theEndMayLieOutside() {
        String minute = window("2026-03-02T10:00", "2026-03-02T10:00", true);
        String two = window("2026-03-02T10:00", "2026-03-02T10:01", true);

        assertThat(found(true, "UTC", "2026-03-02T10:00:30Z", minute)).isZero();
        assertThat(found(true, "UTC", "2026-03-02T10:00:30Z", two)).isEqualTo(1);
    }

    /** In New York clocks go from 02:00 to 03:00 on 8 March 2026 and from 02:00 back to 01:00 on 1 November. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-08T06:59:00Z, 2026-03-08T01:59, 2026-03-08T01:59, 1",
        "2026-03-08T07:00:00Z, 2026-03-08T02:00, 2026-03-08T02:59, 0",
        "2026-03-08T07:00:00Z, 2026-03-08T03:00, 2026-03-08T03:00, 1",
        "2026-11-01T05:30:00Z, 2026-11-01T01:30, 2026-11-01T01:30, 1",
        "2026-11-01T06:30:00Z, 2026-11-01T01:30, 2026-11-01T01:30, 1",
        "2026-11-01T06:05:00Z, 2026-11-01T01:00, 2026-11-01T01:10, 1",
        "2026-11-01T05:50:00Z, 2026-11-01T01:10, 2026-11-01T01:40, 0",
    })
    void anHourThatHappensTwiceIsInARangeTwiceAndOneThatNeverHappensNotAtAll(
            String updated, String from, String to, int found) {
        assertThat(found(false, "America/New_York", updated, window(from, to, true)))
                .isEqualTo(found);
    }

    private int found(boolean endExcluded, String zone, String updated, String search) {
        clock.set(Instant.parse(updated));
        try (Simulator simulator = Simulator.builder()
                .clock(clock)
                .pos(pos -> pos.zone(ZoneId.of(zone)).endExcluded(endExcluded))
                .build()
                .start()) {
            PosSubscriber tickets = simulator.pos().subscriber("tickets-1");
            tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00"));
            return new PosClient(simulator.pos().baseUrl(), tickets.token(), tickets.secret())
                    .search(search)
                    .rows()
                    .size();
        }
    }

    private static String window(String from, String to, boolean byTime) {
        return """
                {"UpdatedSince": {"FromDate": "%s", "ToDate": "%s", "FilterByTime": %s}}"""
                .formatted(from, to, byTime);
    }
}
