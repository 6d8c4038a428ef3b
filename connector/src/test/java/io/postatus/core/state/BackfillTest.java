/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackfillTest {
    private final Backfill asked = new Backfill(Closings.window(0, 100), StateFixture.at(0));

    @Test
    void whatIsCoveredOfItIsReadAndNothingElse() {
        assertThat(asked.read(Coverage.NONE)).isZero();
        assertThat(asked.read(covering(Closings.window(-50, 10), Closings.window(30, 50), Closings.window(90, 200))))
                .isEqualTo(Duration.ofSeconds(40));
        assertThat(asked.read(covering(Closings.window(-50, 100)))).isEqualTo(Duration.ofSeconds(100));
    }

    private static Coverage covering(TimeWindow... windows) {
        Coverage coverage = Coverage.NONE;
        for (TimeWindow window : windows) {
            coverage = coverage.plus(window, window.from(), Duration.ZERO);
        }
        return coverage;
    }
}
