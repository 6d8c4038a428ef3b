/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.model.TimeWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeWindowsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.750Z");

    private final TimeWindows windows = new TimeWindows(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void noInstantLiesOnlyOnABound() {
        windows.setCreatedWithin(Duration.ofDays(20));

        List<TimeWindow> all = all();

        assertThat(all).hasSize(3);
        assertThat(all.get(0).from()).isBefore(NOW.minus(Duration.ofDays(20)));
        assertThat(all.get(2).to()).isAfter(NOW);
        for (int i = 1; i < all.size(); i++) {
            assertThat(Duration.between(all.get(i).from(), all.get(i - 1).to())).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void noWindowIsLongerThanAllowed() {
        windows.setCreatedWithin(Duration.ofDays(180));

        assertThat(all()).allSatisfy(window -> assertThat(window.length()).isLessThanOrEqualTo(Duration.ofDays(7)));
        assertThat(all().get(0).length()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aShortSpanIsOneWindow() {
        windows.setCreatedWithin(Duration.ofHours(1));

        assertThat(all())
                .containsExactly(
                        new TimeWindow(Instant.parse("2026-03-02T08:59:59Z"), Instant.parse("2026-03-02T10:00:01Z")));
    }

    @Test
    void boundsOfMinutesAreWidenedByMinutes() {
        windows.setCreatedWithin(Duration.ofDays(2));
        windows.setWindow(Duration.ofDays(1));
        windows.setResolution(Duration.ofMinutes(1));

        assertThat(all())
                .allSatisfy(window -> assertThat(window.length()).isLessThanOrEqualTo(Duration.ofDays(1)))
                .startsWith(
                        new TimeWindow(Instant.parse("2026-02-28T09:59:00Z"), Instant.parse("2026-03-01T09:59:00Z")),
                        new TimeWindow(Instant.parse("2026-03-01T09:57:00Z"), Instant.parse("2026-03-02T09:57:00Z")))
                .endsWith(new TimeWindow(Instant.parse("2026-03-02T09:55:00Z"), Instant.parse("2026-03-02T10:01:00Z")));
    }

    @Test
    void whatCannotWorkIsRefusedByName() {
        assertThatThrownBy(() -> windows.setWindow(Duration.ofDays(8)))
                .hasMessage(
                        "window is PT192H, allowed is PT10M (ten minutes) to P7D (7 days, the most that Amazon searches)");
        assertThatThrownBy(() -> windows.setWindow(Duration.ofSeconds(2))).hasMessageContaining("window is PT2S");
        assertThatThrownBy(() -> windows.setCreatedWithin(Duration.ofDays(-1))).hasMessageContaining("createdWithin");
    }

    private List<TimeWindow> all() {
        List<TimeWindow> all = new ArrayList<>();
        windows.upToNow().forEachRemaining(all::add);
        return all;
    }
}
