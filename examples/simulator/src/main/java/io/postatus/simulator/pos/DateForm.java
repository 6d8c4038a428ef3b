/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** How dates are written: to the minute in every sample, but nothing says that it stays so (section 3). */
public enum DateForm {
    /** {@code 2024-03-29T05:31}. */
    MINUTES("yyyy-MM-dd'T'HH:mm"),
    /** {@code 2024-03-29T05:31:07}. */
    SECONDS("yyyy-MM-dd'T'HH:mm:ss"),
    /** {@code 2024-03-29T05:31:07.123}. */
    MILLIS("yyyy-MM-dd'T'HH:mm:ss.SSS"),
    /** {@code 2024-03-29T05:31:07-04:00}. */
    OFFSET("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final DateTimeFormatter format;

    DateForm(String pattern) {
        format = DateTimeFormatter.ofPattern(pattern);
    }

    String of(TemporalAccessor at) {
        return format.format(at);
    }
}
