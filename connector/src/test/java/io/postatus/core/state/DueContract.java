/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is to be read by number, and what may still move on. */
interface DueContract extends StateFixture {

    @Test
    default void dueIsWhatIsIntendedOrToBeCheckedOrQueuedOldestFirst() {
        Lease lease = acquire("a");
        OrderState intended =
                OrderState.unknown("intended").intending(Intent.of(1, StateFixture.id("1"), new Mark(1, 1)), null);
        OrderState checked =
                OrderState.unknown("checked").checkAt(clock().instant().minusSeconds(2));
        OrderState later = OrderState.unknown("later").checkAt(clock().instant().plusSeconds(1));
        OrderState quiet = OrderState.unknown("quiet");
        OrderState both = OrderState.unknown("both").checkAt(clock().instant());
        state().save(lease, List.of(intended, checked, later, quiet, both), 0);
        state().queue(STREAM, List.of("unheard"), clock().instant().minusSeconds(1));
        state().queue(STREAM, List.of("both"), clock().instant().minusSeconds(3));

        assertThat(state().due(STREAM, clock().instant(), 9))
                .containsExactly(both, checked, OrderState.unknown("unheard"), intended);
        assertThat(state().due(STREAM, clock().instant(), 2)).containsExactly(both, checked);
        assertThat(state().due(STREAM, clock().instant().plusSeconds(1), 9)).contains(later);
    }

    @Test
    default void ofThoseThatWaitEquallyLongTheLowestNumberComesFirst() {
        List<String> numbers = Stream.generate(new Orders(1)::number).limit(20).toList();
        state().queue(STREAM, numbers, StateFixture.at(1));

        assertThat(state().due(STREAM, StateFixture.at(9), 99))
                .extracting(OrderState::id)
                .containsExactlyElementsOf(numbers.stream().sorted().toList());
    }

    @Test
    default void whatIsConfirmedIsNotDue() {
        Lease lease = acquire("a");
        OrderState order = new Orders(1).confirmed();
        state().save(
                        lease,
                        List.of(order.intending(Intent.of(9, StateFixture.id("1"), new Mark(1, 1)), null)
                                .checkAt(StateFixture.at(0))),
                        0);
        state().save(lease, List.of(order), 1);

        assertThat(state().due(STREAM, clock().instant(), 9)).isEmpty();
    }

    @Test
    default void aReadingTakesOffTheQueueOnlyWhatWasQueuedBeforeItBegan() {
        Lease lease = acquire("a");
        state().queue(STREAM, List.of("early", "again", "same"), StateFixture.at(1));
        state().queue(STREAM, List.of("again"), StateFixture.at(6));
        state().queue(STREAM, List.of("same"), StateFixture.at(5));
        state().queue(STREAM, List.of("again"), StateFixture.at(2));

        state().dequeue(lease, List.of("early", "again", "same", "unheard"), StateFixture.at(5));

        assertThat(state().due(STREAM, StateFixture.at(9), 9))
                .containsExactly(OrderState.unknown("same"), OrderState.unknown("again"));
        state().dequeue(lease, List.of("again", "same"), StateFixture.at(7));
        assertThat(state().due(STREAM, StateFixture.at(9), 9)).isEmpty();
    }

    @Test
    default void anybodyMayQueueWhoeverHoldsTheStream() {
        state().queue(STREAM, List.of("1"), StateFixture.at(0));
        Lease lease = acquire("a");
        state().queue(STREAM, List.of("2"), StateFixture.at(1));

        assertThat(lease.epoch()).isEqualTo(1);
        assertThat(state().due(STREAM, StateFixture.at(2), 9)).hasSize(2);
    }

    @Test
    default void openOrdersOfAWindowAreThoseThatWerePlacedInItAndMayStillMoveOn() {
        TimeWindow window = new TimeWindow(StateFixture.at(10), StateFixture.at(20));
        OrderState gone = placed("gone", StateFixture.at(12)).missing(StateFixture.at(0), null, true);
        state().save(
                        acquire("a"),
                        List.of(
                                placed("before", StateFixture.at(10).minusNanos(100)),
                                placed("late", StateFixture.at(20).minusNanos(100)),
                                placed("early", StateFixture.at(10)),
                                placed("after", StateFixture.at(20)),
                                OrderState.unknown("never dated"),
                                gone),
                        0);

        assertThat(state().open(STREAM, window)).containsExactly("early", "late");
        assertThat(state().open(new StreamId("amazonvendor", "acme", "sweep"), window))
                .isEmpty();
    }

    private static OrderState placed(String number, Instant created) {
        return OrderState.unknown(number).intending(Intent.of(1, StateFixture.id("1"), new Mark(1, 1)), created);
    }

    @Test
    default void watchedAreOpenOrdersWithNothingTheMatterLongestWaitingFirst() {
        Lease lease = acquire("a");
        OrderState second = new Orders(1).confirmed().checkAt(StateFixture.at(5));
        OrderState first = new Orders(2).confirmed().checkAt(StateFixture.at(4));
        OrderState later = new Orders(3).confirmed().checkAt(StateFixture.at(9));
        OrderState told = new Orders(4)
                .confirmed()
                .intending(Intent.of(9, StateFixture.id("1"), new Mark(1, 1)), null)
                .checkAt(StateFixture.at(1));
        OrderState missing = new Orders(5).confirmed().missing(StateFixture.at(0), StateFixture.at(1), false);
        OrderState unheard = OrderState.unknown("unheard").checkAt(StateFixture.at(1));
        state().save(lease, List.of(second, first, later, told, missing, unheard), 0);

        List<String> open = List.of(first, second).stream()
                .filter(OrderState::open)
                .map(OrderState::id)
                .toList();
        assertThat(state().watched(STREAM, StateFixture.at(6), 9)).containsExactlyElementsOf(open);
        assertThat(open).isNotEmpty();
        assertThat(state().watched(STREAM, StateFixture.at(6), 1)).containsExactly(open.get(0));
    }
}
