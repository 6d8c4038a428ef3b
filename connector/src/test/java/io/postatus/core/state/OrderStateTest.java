/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderStateTest {
    private static final Instant PLACED = StateFixture.at(1);
    private static final Instant CHECK = StateFixture.at(2);
    private static final Instant MISSED = StateFixture.at(3);
    private static final Intent NEWS = Intent.of(7, StateFixture.id("a"), new Mark(1, 10));
    private static final LastKnown OPEN = known(Status.OPEN, 1);

    /** With something in every field. */
    private final OrderState order = new OrderState("1", 7, OPEN, NEWS, true, PLACED, CHECK, MISSED);

    @Test
    void confirmedNothingIsTheMatterWithIt() {
        LastKnown now = known(Status.COMPLETED, 2);

        assertThat(order.confirmed(now, null)).isEqualTo(new OrderState("1", 7, now, null, false, PLACED, null, null));
    }

    @Test
    void whenItWasPlacedStaysKnownUnlessTheServiceSaysOtherwise() {
        Instant otherwise = PLACED.plusSeconds(1);

        assertThat(order.confirmed(OPEN, null).created()).isEqualTo(PLACED);
        assertThat(order.confirmed(OPEN, otherwise).created()).isEqualTo(otherwise);
        assertThat(order.intending(NEWS, null).created()).isEqualTo(PLACED);
        assertThat(order.intending(NEWS, otherwise).created()).isEqualTo(otherwise);
    }

    @Test
    void failedItKeepsTheIntentThatWasTried() {
        Intent tried = NEWS.failed(CHECK, 4);

        assertThat(order.failed(tried))
                .isEqualTo(new OrderState("1", 7, OPEN, tried, true, PLACED, CHECK, MISSED))
                .matches(OrderState::hasOpenIntent);
    }

    @Test
    void foundItIsNeitherMissingNorToBeLookedAt() {
        assertThat(order.found()).isEqualTo(new OrderState("1", 7, OPEN, NEWS, true, PLACED, null, null));
    }

    @Test
    void missingItStaysOpenUntilItIsGone() {
        Instant again = StateFixture.at(9);
        OrderState closed = new OrderState("1", 7, OPEN, NEWS, false, PLACED, CHECK, MISSED);

        assertThat(order.missing(MISSED, again, false))
                .isEqualTo(new OrderState("1", 7, OPEN, NEWS, true, PLACED, again, MISSED));
        assertThat(order.missing(MISSED, null, true))
                .isEqualTo(new OrderState("1", 7, OPEN, null, false, PLACED, null, MISSED));
        assertThat(closed.missing(MISSED, again, false).open()).isFalse();
    }

    private static LastKnown known(Status status, long received) {
        Knowledge some = new Orders(1).knowledge();
        return LastKnown.of(new Knowledge(some.summary().with(status), some.fingerprint()), new Mark(1, received));
    }
}
