/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.time.Duration;

/**
 * Bounds of one exchange. An answer beyond them is not read on.
 *
 * @param deadline    from the wait for a connection to the last byte of the answer
 * @param maxRaw      bytes of the body on the wire
 * @param maxInflated bytes of the body after decompression
 * @param maxRatio    inflated to raw, from the first megabyte on
 */
public record TransportLimits(Duration deadline, int maxRaw, int maxInflated, int maxRatio) {

    /** 30 s, 32 MiB, 32 MiB, 200: a page of a hundred orders is under 1 MB, and JSON rarely shrinks to a hundredth. */
    public static final TransportLimits STANDARD = new TransportLimits(Duration.ofSeconds(30), 32 << 20, 32 << 20, 200);

    public TransportLimits {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline " + deadline + " must be longer than zero");
        }
        if (maxRaw < 1 || maxInflated < 1 || maxRatio < 1) {
            throw new IllegalArgumentException("size limits must be greater than zero");
        }
    }

    public TransportLimits withDeadline(Duration deadline) {
        return new TransportLimits(deadline, maxRaw, maxInflated, maxRatio);
    }
}
