/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.model.TimeWindow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders come back as they were saved. */
interface OrderContract extends StateFixture {

    @Test
    default void anUnknownStreamIsEmpty() {
        assertThat(state().load(STREAM, "key")).isEqualTo(StreamState.NEW);
        assertThat(state().find(STREAM, List.of("1"))).isEmpty();
        assertThat(state().due(STREAM, StateFixture.at(0), 9)).isEmpty();
        assertThat(state().open(STREAM, new TimeWindow(Instant.EPOCH, StateFixture.at(0))))
                .isEmpty();
        assertThat(state().parked(STREAM)).isEmpty();
        assertThat(state().closings(STREAM, "key", 9)).isEmpty();
    }

    @Test
    default void everyFieldOfAnOrderComesBack() {
        Lease lease = acquire("a");
        Knowledge knowledge = new Orders(1).knowledge();
        OrderState full = new OrderState(
                "full",
                Long.MAX_VALUE,
                new LastKnown(
                        StateFixture.id("1"),
                        knowledge,
                        Instant.parse("2026-03-02T14:30:00.1234567Z"),
                        new Mark(7, -5)),
                new Intent(8, StateFixture.id("2"), new Mark(7, 3), 3, StateFixture.at(1), 44, true, "run-1"),
                true,
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.9999999Z"),
                StateFixture.at(2));
        OrderState empty = new OrderState("empty", 0, null, null, false, null, null, null);
        OrderState pruned = new OrderState(
                "ünïcode/ß",
                5,
                new LastKnown(StateFixture.id("3"), null, null, new Mark(0, 0)),
                null,
                false,
                StateFixture.at(-1),
                null,
                null);
        OrderState intended =
                OrderState.unknown("intended").intending(Intent.of(1, StateFixture.id("4"), new Mark(1, 1)), null);
        List<OrderState> all = List.of(full, empty, pruned, intended);

        state().save(lease, all, 0);
        assertThat(state().find(STREAM, List.of("full", "empty", "ünïcode/ß", "intended", "other")))
                .containsOnlyKeys("full", "empty", "ünïcode/ß", "intended")
                .containsValues(full, empty, pruned, intended);

        OrderState emptied = new OrderState("full", 9, null, null, false, null, null, null);
        state().save(lease, List.of(emptied), 0);
        assertThat(find("full")).isEqualTo(emptied);
        assertThat(find("empty")).isEqualTo(empty);
    }

    @Test
    default void whatIsSavedLastCounts() {
        OrderState first = OrderState.unknown("1").checkAt(StateFixture.at(1));
        OrderState second = OrderState.unknown("1").checkAt(StateFixture.at(2));

        state().save(acquire("a"), List.of(first, second), 0);

        assertThat(find("1")).isEqualTo(second);
    }

    @Test
    default void streamsDoNotSeeEachOther() {
        StreamId sweep = new StreamId("amazonvendor", "acme", "sweep");
        state().save(acquire("a"), List.of(OrderState.unknown("1").checkAt(StateFixture.at(0))), 2);
        state().queue(STREAM, List.of("2"), StateFixture.at(0));

        assertThat(state().find(sweep, List.of("1"))).isEmpty();
        assertThat(state().due(sweep, StateFixture.at(9), 9)).isEmpty();
        assertThat(state().load(sweep, "key").confirmed()).isZero();
        state().queue(sweep, List.of("3"), StateFixture.at(0));
        assertThat(state().due(sweep, StateFixture.at(9), 9)).containsExactly(OrderState.unknown("3"));
    }

    @Test
    default void manyOrdersAreSavedAndFoundAtOnce() {
        Orders orders = new Orders(5);
        List<OrderState> many = Stream.generate(orders::confirmed).limit(2500).toList();

        state().save(acquire("a"), many, many.size());

        assertThat(state().find(STREAM, many.stream().map(OrderState::id).toList())
                        .values())
                .containsExactlyInAnyOrderElementsOf(many);
        assertThat(state().load(STREAM, "key").confirmed()).isEqualTo(2500);
    }

    @Test
    default void nothingIsAskedForAndNothingIsSaved() {
        Lease lease = acquire("a");
        state().save(lease, List.of(), 0);
        state().park(lease, List.of(), List.of());
        state().dequeue(lease, List.of(), StateFixture.at(0));
        state().queue(STREAM, List.of(), StateFixture.at(0));

        assertThat(state().find(STREAM, List.of())).isEmpty();
    }

    @Test
    default void confirmationsAddUp() {
        Lease lease = acquire("a");
        state().save(lease, List.of(), 3);
        state().save(lease, List.of(), 4);

        assertThat(state().load(STREAM, "key").confirmed()).isEqualTo(7);
    }

    @Test
    default void aSaveThatThrowsChangesNothing() {
        Lease lease = acquire("a");
        List<OrderState> broken = Arrays.asList(OrderState.unknown("1"), null);

        assertThatThrownBy(() -> state().save(lease, broken, 1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> state().park(lease, List.of(StateFixture.parked("1", 1)), broken))
                .isInstanceOf(RuntimeException.class);

        assertThat(state().find(STREAM, List.of("1"))).isEmpty();
        assertThat(state().parked(STREAM)).isEmpty();
        assertThat(state().load(STREAM, "key").confirmed()).isZero();
        state().save(lease, List.of(OrderState.unknown("1")), 1);
        assertThat(find("1")).isEqualTo(OrderState.unknown("1"));
    }
}
