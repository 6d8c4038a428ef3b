/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;

/**
 * A stretch of time credited to a stream.
 *
 * @param window what is credited
 * @param lookback how long the service may show entries late
 * @param lost true if the service can no longer show this stretch: credited with an alarm, so that the gap ends
 */
public record Closing(TimeWindow window, Duration lookback, boolean lost, Evidence evidence) {

    /** The coverage with this stretch in it. What is lost is settled at once: nobody can read it again. */
    public Coverage creditTo(Coverage coverage) {
        return lost
                ? coverage.plus(window, window.to(), Duration.ZERO)
                : coverage.plus(window, evidence.began(), lookback);
    }
}
