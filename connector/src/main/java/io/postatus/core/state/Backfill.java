/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.postatus.core.model.Coverage;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;

/** A range that somebody asked to be read beside what the stream reads by itself. */
public record Backfill(TimeWindow window, @JsonSerialize(using = ToStringSerializer.class) Instant requested) {

    /** How much of it is read. */
    public Duration read(Coverage coverage) {
        Duration missing =
                coverage.covered().gaps(window).stream().map(TimeWindow::length).reduce(Duration.ZERO, Duration::plus);
        return window.length().minus(missing);
    }
}
