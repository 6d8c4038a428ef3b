/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people ask of a stream. */
interface OperationsContract extends StateFixture {
    TimeWindow ASKED = new TimeWindow(StateFixture.at(0), StateFixture.at(100));

    @Test
    default void whatIsToBeReplayedWaitsUntilItsIntentIsWritten() {
        state().replay(STREAM, List.of("2"), StateFixture.at(2), "run");
        state().replay(STREAM, List.of("1"), StateFixture.at(1), "run");
        state().queue(STREAM, List.of("1", "3"), StateFixture.at(3));
        Lease lease = acquire("a");
        Queued one = new Queued("1", StateFixture.at(3), "run");
        Queued two = new Queued("2", StateFixture.at(2), "run");

        assertThat(state().replays(STREAM, 9)).containsExactly(two, one);
        assertThat(state().replays(STREAM, 1)).containsExactly(two);
        assertThat(state().due(STREAM, StateFixture.at(9), 9))
                .as("replays must not keep others waiting")
                .containsExactly(OrderState.unknown("3"));
        assertThat(state().queued(STREAM, List.of("1", "3", "4")))
                .containsExactlyInAnyOrder(one, new Queued("3", StateFixture.at(3), null));

        state().dequeue(lease, List.of("1", "2"), StateFixture.at(9));
        assertThat(state().replays(STREAM, 9))
                .as("a reading that began before the replay was asked for does not take it away")
                .containsExactly(two, one);

        state().replayed(lease, Map.of("1", "run", "2", "another run"));

        assertThat(state().replays(STREAM, 9)).containsExactly(two);
        assertThat(state().queued(STREAM, List.of("1"))).containsExactly(new Queued("1", StateFixture.at(3), null));
        state().dequeue(lease, List.of("1"), StateFixture.at(9));
        assertThat(state().queued(STREAM, List.of("1"))).isEmpty();
    }

    @Test
    default void ofTwoReplaysOfAnOrderTheLaterIsTold() {
        state().replay(STREAM, List.of("1"), StateFixture.at(1), "first");
        state().replay(STREAM, List.of("1"), StateFixture.at(2), "second");

        assertThat(state().queued(STREAM, List.of("1"))).containsExactly(new Queued("1", StateFixture.at(2), "second"));
    }

    @Test
    default void changedAreOrdersByWhenWhatWeKnowOfThemChangedOldestFirst() {
        Lease lease = acquire("a");
        OrderState first = new Orders(1).confirmed();
        OrderState second = new Orders(2).confirmed();
        Instant began = clock().instant();
        state().save(lease, List.of(first, OrderState.unknown("never told").checkAt(StateFixture.at(1))), 1);
        clock().move(Duration.ofSeconds(10));
        state().save(lease, List.of(second, first.checkAt(StateFixture.at(9))), 1);

        assertThat(state().changed(STREAM, window(began, 0, 20))).containsExactly(first.id(), second.id());
        assertThat(state().changed(STREAM, window(began, 0, 10))).containsExactly(first.id());
        assertThat(state().changed(STREAM, window(began, 10, 20))).containsExactly(second.id());
    }

    @Test
    default void everythingThatMovesAnOrderOnCountsAsAChange() {
        Lease lease = acquire("a");
        Instant began = clock().instant();
        List<OrderState> before =
                Stream.generate(new Orders(1)::confirmed).limit(9).toList();
        state().save(lease, before, 9);
        clock().move(Duration.ofSeconds(10));
        LastKnown otherwise = LastKnown.of(new Orders(2).knowledge(), new Mark(9, 0));
        Intent next = Intent.of(99, StateFixture.id("1"), new Mark(9, 0));
        List<OrderState> after = new ArrayList<>();
        before.subList(0, 3).forEach(order -> after.add(order.confirmed(otherwise, null)));
        before.subList(3, 6).forEach(order -> after.add(order.intending(next, null)));
        before.subList(6, 9).forEach(order -> after.add(order.missing(StateFixture.at(0), null, true)));
        state().save(lease, after, 3);

        assertThat(state().changed(STREAM, window(began, 0, 10))).isEmpty();
        assertThat(state().changed(STREAM, window(began, 10, 11)))
                .containsExactlyElementsOf(
                        before.stream().map(OrderState::id).sorted().toList());
    }

    private static TimeWindow window(Instant began, int from, int to) {
        return new TimeWindow(began.plusSeconds(from), began.plusSeconds(to));
    }

    @Test
    default void anEntryThatWasParkedCanBeTakenOffTheList() {
        state().park(acquire("a"), List.of(StateFixture.parked("unreadable-00", 0)), List.of());

        assertThat(state().unpark(STREAM, "another")).isFalse();
        assertThat(state().unpark(STREAM, "unreadable-00")).isTrue();
        assertThat(state().parked(STREAM)).isEmpty();
    }

    @Test
    default void aRangeIsAskedForOnce() {
        Backfill first = new Backfill(ASKED, StateFixture.at(200));
        Backfill other = new Backfill(new TimeWindow(StateFixture.at(1), StateFixture.at(2)), StateFixture.at(199));
        state().backfill(STREAM, first);
        state().backfill(STREAM, other);
        state().backfill(STREAM, new Backfill(ASKED, StateFixture.at(300)));

        assertThat(state().backfills(STREAM)).containsExactly(other, first);
    }

    @Test
    default void rangesThatWereAskedForAtOnceComeEarliestFirst() {
        List<Backfill> earliestFirst = Stream.of(
                        new TimeWindow(StateFixture.at(1), StateFixture.at(4)),
                        new TimeWindow(StateFixture.at(1), StateFixture.at(9)),
                        new TimeWindow(StateFixture.at(5), StateFixture.at(6)))
                .map(window -> new Backfill(window, StateFixture.at(200)))
                .toList();
        List.of(2, 1, 0).forEach(i -> state().backfill(STREAM, earliestFirst.get(i)));

        assertThat(state().backfills(STREAM)).containsExactlyElementsOf(earliestFirst);
    }

    @Test
    default void aForgottenStreamBeginsAnewButForItsEpochAndItsOrdersCounters() {
        Lease lease = acquire("a");
        OrderState known = new Orders(1).confirmed();
        state().start(lease, StateFixture.at(0), StateFixture.at(1));
        state().save(lease, List.of(known), 3);
        state().park(lease, List.of(StateFixture.parked("2", 1)), List.of());
        state().queue(STREAM, List.of("3"), StateFixture.at(1));
        state().replay(STREAM, List.of("4"), StateFixture.at(1), "run");
        state().backfill(STREAM, new Backfill(ASKED, StateFixture.at(2)));
        state().listed(lease, List.of("customer"), StateFixture.at(1));
        state().close(lease, "key", Closings.read(0, 100, 100, 0));
        state().pause(lease, 2, StateFixture.at(9), "why");

        state().forget(lease);

        assertThat(state().load(STREAM, "key")).isEqualTo(StreamState.NEW);
        assertThat(find(known.id())).isEqualTo(known.forgotten());
        assertThat(find(known.id()).sequence()).isEqualTo(known.sequence()).isPositive();
        assertThat(find(known.id()).lastKnown()).isNull();
        assertThat(state().parked(STREAM)).isEmpty();
        assertThat(state().due(STREAM, StateFixture.at(99), 9)).isEmpty();
        assertThat(state().replays(STREAM, 9)).isEmpty();
        assertThat(state().backfills(STREAM)).isEmpty();
        assertThat(state().customers(STREAM)).isEqualTo(Customers.NONE);
        assertThat(state().closings(STREAM, "key", 9)).isEmpty();
        state().release(lease);
        assertThat(acquire("b").epoch()).isGreaterThan(lease.epoch());
    }

    @Test
    default void whoHoldsTheStreamNoLongerForgetsNothing() {
        Lease lease = acquire("a");
        state().start(lease, StateFixture.at(0), StateFixture.at(1));
        state().release(lease);

        assertThatThrownBy(() -> state().forget(lease)).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> state().replayed(lease, Map.of("1", "run"))).isInstanceOf(FencedException.class);
        assertThat(state().load(STREAM, "key").startFrom()).isEqualTo(StateFixture.at(0));
    }
}
