/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.time.Duration;

/**
 * What a network is like.
 *
 * @param delay how much later everything arrives
 * @param atOnce how many bytes pass at once
 * @param then how long after them the next do
 * @param most after how many bytes of answers a connection is closed
 * @param silent whether nothing passes at all, without anybody being told
 * @param resets whether every connection is reset (RST), old or new
 */
record Network(Duration delay, int atOnce, Duration then, long most, boolean silent, boolean resets) {
    static final Network SOUND =
            new Network(Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, Long.MAX_VALUE, false, false);
    static final Network BLACK_HOLE =
            new Network(Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, Long.MAX_VALUE, true, false);
    static final Network RESETTING =
            new Network(Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, Long.MAX_VALUE, false, true);

    static Network late(Duration delay) {
        return new Network(delay, Integer.MAX_VALUE, Duration.ZERO, Long.MAX_VALUE, false, false);
    }

    static Network dripping(int bytes, Duration then) {
        return new Network(Duration.ZERO, bytes, then, Long.MAX_VALUE, false, false);
    }

    /** Each connection carries so many bytes of answers and is closed. */
    static Network cutAfter(long bytes) {
        return new Network(Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, bytes, false, false);
    }
}
