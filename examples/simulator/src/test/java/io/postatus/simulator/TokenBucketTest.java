/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void partsOfATokenAddUpWithoutRounding() {
        TokenBucket bucket = new TokenBucket(10, 1, START);
        assertThat(bucket.tryAcquire(START)).isTrue();
        for (int i = 1; i < 10; i++) {
            assertThat(bucket.tryAcquire(START.plusMillis(10 * i))).isFalse();
        }
        assertThat(bucket.tryAcquire(START.plusMillis(100))).isTrue();
    }

    @Test
    void aLongPauseFillsTheBucketOnce() {
        TokenBucket bucket = new TokenBucket(10, 2, START);
        Instant later = START.plusSeconds(400L * 365 * 86_400);
        assertThat(bucket.tryAcquire(later)).isTrue();
        assertThat(bucket.tryAcquire(later)).isTrue();
        assertThat(bucket.tryAcquire(later)).isFalse();
    }
}
