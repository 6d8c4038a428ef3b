/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was given up on. */
interface ParkedContract extends StateFixture {

    @Test
    default void oneParkedEntryAnOrder() {
        Lease lease = acquire("a");
        OrderState order = new Orders(1).confirmed();
        String number = order.id();
        state().park(
                        lease,
                        List.of(StateFixture.parked(number, 4), StateFixture.parked("unreadable-00", 0)),
                        List.of(order));
        Parked again = new Parked(number, 5, StateFixture.at(3), 9, null, null);
        state().park(lease, List.of(again), List.of(order));

        assertThat(state().parked(STREAM)).containsExactly(StateFixture.parked("unreadable-00", 0), again);
        assertThat(state().countParked(STREAM)).isEqualTo(2);
        assertThat(find(number)).isEqualTo(order);
    }

    @Test
    default void aLaterConfirmationSupersedesWhatWasParkedAndNothingElseDoes() {
        Lease lease = acquire("a");
        OrderState told = new Orders(1).confirmed();
        OrderState intended =
                told.intending(Intent.of(told.sequence() + 1, StateFixture.id("1"), new Mark(1, 1)), null);
        Parked entry = StateFixture.parked(told.id(), intended.sequence());
        state().save(lease, List.of(told), 1);
        state().park(lease, List.of(entry), List.of(intended.parked()));
        state().save(lease, List.of(intended.parked().checkAt(StateFixture.at(9))), 0);
        state().save(
                        lease,
                        List.of(intended.parked().intending(Intent.of(99, StateFixture.id("2"), new Mark(1, 1)), null)),
                        0);
        state().save(lease, List.of(new Orders(2).confirmed()), 1);
        assertThat(state().parked(STREAM)).containsExactly(entry);

        LastKnown later = LastKnown.of(new Orders(3).knowledge(), new Mark(9, 0));
        state().save(lease, List.of(intended.confirmed(later, null)), 1);

        assertThat(state().parked(STREAM)).isEmpty();
    }

    @Test
    default void wordsMayQuoteAnything() {
        Lease lease = acquire("a");
        Parked parked = new Parked("1", 1, StateFixture.at(1), 6, "refused \0 \ud83d\ude00", null);
        state().park(lease, List.of(parked), List.of(OrderState.unknown("1")));
        state().pause(lease, 1, StateFixture.at(9), "refused \0");

        assertThat(state().parked(STREAM).get(0).cause()).startsWith("refused").endsWith("\ud83d\ude00");
        assertThat(state().load(STREAM, "key").pauseReason()).startsWith("refused");
    }
}
