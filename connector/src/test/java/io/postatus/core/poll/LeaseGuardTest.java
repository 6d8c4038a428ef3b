/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.state.Lease;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R10: whether we may act, told from our own two clocks. */
class LeaseGuardTest {
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final TwoClocks clocks = new TwoClocks();
    private final LeaseGuard guard = guard(true);

    private LeaseGuard guard(boolean fencing) {
        return new LeaseGuard(
                clocks, new Lease(PollFixture.STREAM, "node", 7), clocks.nanos(), clocks.now(), LIFE, fencing);
    }

    @ParameterizedTest(name = "after {0} ms by the monotonic clock and {1} ms by the wall clock: lost {2}")
    @CsvSource({
        "0, 0, false",
        "29999, 29999, false",
        "30000, 30000, true",
        "10000, 15000, false",
        "10000, 15001, true",
        "10000, 5000, false",
        "10000, 4999, true",
        "1000, 3600000, true"
    })
    void aLeaseIsLostWhenItsLifeIsOverOrTheMachineSlept(long mono, long wall, boolean lost) {
        clocks.pass(Duration.ofMillis(mono), Duration.ofMillis(wall));
        assertThat(guard.lost()).isEqualTo(lost);
        assertThat(guard.holds()).isEqualTo(!lost);
    }

    @Test
    void aRenewalCountsFromBeforeItWasAskedFor() {
        clocks.pass(Duration.ofSeconds(10), Duration.ofSeconds(10));
        long asked = clocks.nanos();
        Instant askedAt = clocks.now();
        clocks.pass(Duration.ofSeconds(5), Duration.ofSeconds(5));
        guard.renewed(asked, askedAt, LIFE);
        clocks.pass(Duration.ofMillis(24_999), Duration.ofMillis(24_999));
        assertThat(guard.lost()).isFalse();
        clocks.pass(Duration.ofMillis(1), Duration.ofMillis(1));
        assertThat(guard.lost()).isTrue();
    }

    @ParameterizedTest(name = "after {0} ms: fresh {1}")
    @CsvSource({"0, true", "9999, true", "10000, false", "20000, false", "30000, false"})
    void aLeaseIsRenewedOnceAThirdOfItsLifeIsOver(long age, boolean fresh) {
        clocks.pass(Duration.ofMillis(age), Duration.ofMillis(age));
        assertThat(guard.isFresh()).isEqualTo(fresh);
    }

    @Test
    void aLeaseThatMustNotBeUsedIsNotFreshHoweverYoung() {
        guard.withdraw("the route stops");
        assertThat(guard.isFresh()).isFalse();
    }

    @Test
    void whatIsWithdrawnForbidsRequestsButNotToWriteDownWhatWasTold() {
        guard.withdraw("the route stops");
        guard.withdraw("the poll has ended");
        assertThat(guard.holds()).isFalse();
        assertThatThrownBy(guard::check)
                .isInstanceOf(RequestWithdrawnException.class)
                .hasMessage("the route stops");
        assertThatCode(guard::checkHeld).doesNotThrowAnyException();
    }

    @Test
    void aLostLeaseForbidsBoth() {
        clocks.pass(LIFE, LIFE);
        assertThatThrownBy(guard::check).isInstanceOf(RequestWithdrawnException.class);
        assertThatThrownBy(guard::checkHeld)
                .hasMessageContaining("sim/acme/default in epoch 7 has run out before it could be renewed");
    }

    @Test
    void withoutFencingNothingIsEverLost() {
        LeaseGuard careless = guard(false);
        clocks.pass(LIFE, Duration.ofDays(1));
        assertThat(careless.lost()).isFalse();
    }

    private static final class TwoClocks implements Timeline {
        private Duration mono = Duration.ZERO;
        private Instant wall = Instant.parse("2026-03-02T10:00:00Z");

        void pass(Duration monotonic, Duration onTheWall) {
            mono = mono.plus(monotonic);
            wall = wall.plus(onTheWall);
        }

        @Override
        public Instant now() {
            return wall;
        }

        @Override
        public long nanos() {
            return mono.toNanos() - 5;
        }

        @Override
        public Alarm after(Duration delay, Runnable step) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void execute(Runnable step) {
            throw new UnsupportedOperationException();
        }
    }
}
