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
    void theWaitGetsShorterAsTimePasses() {
        assertThat(secondsUntilToken(seconds(0.3))).isCloseTo(5 / 9.98 - 0.3, A_MILLI);
    }

    @Test
    void aTurnThatWasNotUsedIsWorthAToken() {
        takenAt(seconds(10));
        bucket.putBack();
        assertThat(takenAt(seconds(10))).isEqualTo(1);
    }

    @Test
    void puttingBackNeverSavesUpMoreThanTheBurst() {
        bucket.putBack();
        assertThat(takenAt(seconds(10))).isEqualTo(7);
        takenAt(seconds(3600));
        for (int i = 0; i < 8; i++) {
            bucket.putBack();
        }
        assertThat(takenAt(seconds(3600))).isEqualTo(7);
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
    void aTurnThatComesBackDuringAPauseServesWhenThePauseIsOver() {
        bucket.pause(seconds(30), seconds(10));
        bucket.putBack();
        assertThat(takenAt(seconds(20))).isZero();
        assertThat(takenAt(seconds(40))).isEqualTo(1);
    }

    @Test
    void whoAsksForTheRateDuringAPauseNeitherShortensNorLengthensIt() {
        bucket.halve(seconds(10));
        bucket.pause(seconds(60), seconds(10));
        for (int second = 11; second < 70; second++) {
            bucket.perSecond(seconds(second));
        }
        assertThat(takenAt(seconds(70))).isZero();
        assertThat(takenAt(seconds(71))).isEqualTo(7);
    }

    @Test
    void aReportThatSlowsNothingDownCostsNothing() {
        bucket.reported(10, seconds(10));
        assertThat(takenAt(seconds(10))).isEqualTo(7);
        bucket.reported(5, seconds(10));
        for (int i = 0; i < 3; i++) {
            bucket.reported(10, seconds(20));
        }
        assertThat(takenAt(seconds(20))).isEqualTo(7);
    }

    @Test
    void whatCameBeforeARefusalCameAtTheRateOfThen() {
        bucket.halve(seconds(0.9));
        assertThat(takenAt(seconds(0.9))).isEqualTo(4);
    }

    @Test
    void theRateThatComesBackAfterARefusalShowsWithoutARequest() {
        bucket.halve(0);
        assertThat(bucket.perSecond(0)).isEqualTo(4.99);
        assertThat(bucket.perSecond(seconds(10))).isCloseTo(5.489, A_MILLI);
    }

    @Test
    void whatWasSavedAtAHigherRateIsForgottenWhenTheRateGoesDown() {
        bucket.reported(5, seconds(10));
        assertThat(takenAt(seconds(10))).isZero();
        assertThat(takenAt(seconds(11))).isEqualTo(4);
    }

    private int takenAt(long now) {
        int taken = 0;
        while (taken < 100 && bucket.take(now)) {
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
