/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Offset<Double> A_MILLI = Offset.offset(0.001);

    /** 10/s with 0.2 % taken off, burst 10 - 3. */
    private final TokenBucket bucket = new TokenBucket(new RateLimit(10, 10, 3), 0);

    @Test
    void startsBelowZeroByTheSendersAndOneMore() {
        assertThat(secondsUntilToken(0)).isCloseTo(5 / 9.98, A_MILLI);
        assertThat(bucket.take(seconds(0.5))).isFalse();
        assertThat(bucket.take(seconds(0.502))).isTrue();
        assertThat(bucket.take(seconds(0.502))).isFalse();
    }

    @Test
    void savesUpToTheServicesBurstLessTheSenders() {
        assertThat(takenAt(seconds(3600))).isEqualTo(7);
    }

    @Test
    void theWaitIsExactlyUntilTheNextToken() {
        takenAt(seconds(10));
        long wait = bucket.nanosUntilToken(seconds(10));
        assertThat(bucket.take(seconds(10) + wait - 1000)).isFalse();
        assertThat(bucket.take(seconds(10) + wait + 1)).isTrue();
    }

    @Test
    void aTurnThatWasNotUsedIsWorthAToken() {
        takenAt(seconds(10));
        bucket.putBack(seconds(10));
        assertThat(takenAt(seconds(10))).isEqualTo(1);
    }

    @Test
    void puttingBackNeverSavesUpMoreThanTheBurst() {
        bucket.putBack(seconds(10));
        assertThat(takenAt(seconds(10))).isEqualTo(7);
    }

    @Test
    void aLostRequestCostsOneMore() {
        bucket.chargeOnceMore(seconds(10));
        assertThat(takenAt(seconds(10))).isEqualTo(6);
    }

    @Test
    void afterAPauseNothingIsSavedUp() {
        bucket.pause(seconds(30), seconds(10));
        assertThat(takenAt(seconds(39))).isZero();
        assertThat(takenAt(seconds(40))).isZero();
        assertThat(secondsUntilToken(seconds(20))).isCloseTo(20 + 1 / 9.98, A_MILLI);
        assertThat(takenAt(seconds(40.21))).isEqualTo(2);
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        bucket.pause(seconds(30), seconds(10));
        bucket.pause(seconds(1), seconds(10));
        assertThat(takenAt(seconds(39))).isZero();
    }

    @Test
    void whatWasSavedAtAHigherRateIsForgottenWhenTheRateGoesDown() {
        bucket.reported(5, seconds(10));
        assertThat(takenAt(seconds(10))).isZero();
        assertThat(takenAt(seconds(11))).isEqualTo(4);
    }

    private int takenAt(long now) {
        int taken = 0;
        while (bucket.take(now)) {
            taken++;
        }
        return taken;
    }

    private double secondsUntilToken(long now) {
        return bucket.nanosUntilToken(now) / 1e9;
    }

    private static long seconds(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }
}
