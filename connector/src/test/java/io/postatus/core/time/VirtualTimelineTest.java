/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimelineTest {

    private final VirtualTimeline time = new VirtualTimeline();
    private final List<String> ran = new ArrayList<>();

    @Test
    void stepsRunByTimeAndThenInTheOrderTheyWereAskedFor() {
        time.after(Duration.ofSeconds(2), () -> ran.add("late"));
        time.after(Duration.ofSeconds(1), () -> ran.add("first"));
        time.after(Duration.ofSeconds(1), () -> ran.add("second"));
        time.runUntilIdle();
        assertThat(ran).containsExactly("first", "second", "late");
    }

    @Test
    void advancingRunsWhatBecomesDueAndWhatThatAsksFor() {
        time.after(Duration.ofSeconds(1), () -> time.after(Duration.ofSeconds(1), () -> ran.add("child")));
        time.advance(Duration.ofMillis(1999));
        assertThat(ran).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(ran).containsExactly("child");
    }

    @Test
    void bothClocksMoveTogether() {
        Instant before = time.now();
        time.advance(Duration.ofMinutes(5));
        assertThat(Duration.between(before, time.now())).isEqualTo(Duration.ofNanos(time.nanos()));
    }

    @Test
    void aCancelledAlarmStaysSilent() {
        time.after(Duration.ofSeconds(1), () -> ran.add("cancelled")).cancel();
        time.runUntilIdle();
        assertThat(ran).isEmpty();
    }
}
