/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time, half-open: {@code from} belongs to it, {@code to} does not. */
public record TimeWindow(
        @JsonSerialize(using = ToStringSerializer.class) Instant from,
        @JsonSerialize(using = ToStringSerializer.class) Instant to) {

    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a time window ends after it begins, not " + from + " to " + to);
        }
    }

    /** The window, or nothing if it would be empty. */
    public static Optional<TimeWindow> between(Instant from, Instant to) {
        return from.isBefore(to) ? Optional.of(new TimeWindow(from, to)) : Optional.empty();
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** What both windows hold. */
    public Optional<TimeWindow> intersect(TimeWindow other) {
        return between(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    /** This window as far as it lies before the instant. */
    public Optional<TimeWindow> before(Instant end) {
        return between(from, to.isBefore(end) ? to : end);
    }

    /** This window as far as it lies at or after the instant. */
    public Optional<TimeWindow> since(Instant start) {
        return between(from.isAfter(start) ? from : start, to);
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
