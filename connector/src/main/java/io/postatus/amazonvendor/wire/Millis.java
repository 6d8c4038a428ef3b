/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Amazon reads no more than milliseconds. */
public final class Millis {

    private Millis() {}

    /** Null stays null. */
    public static Instant of(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
