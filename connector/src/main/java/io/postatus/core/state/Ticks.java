/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Duration;
import java.time.Instant;

/**
 * Time as the tables hold it: 100 nanoseconds since 1970, in 64 bits. Milliseconds would make an instant with seven
 * digits, as .NET services send it, older than itself when it is next seen; nanoseconds could not hold the years 1 and
 * 9999, which such services send for "none".
 */
final class Ticks {
    private static final long PER_SECOND = 10_000_000;
    private static final int NANOS = 100;

    private Ticks() {}

    static Long of(Instant instant) {
        return instant == null
                ? null
                : Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / NANOS);
    }

    static long of(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), PER_SECOND), duration.getNano() / NANOS);
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * NANOS);
    }

    static Duration duration(long ticks) {
        return Duration.ofSeconds(Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * NANOS);
    }
}
