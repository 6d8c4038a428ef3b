/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who may poll: one at a time, and whoever lost the stream writes nothing. */
interface LeaseContract extends StateFixture {

    @Test
    default void oneHoldsAStreamAndOthersDoNot() {
        Lease lease = acquire("a");

        assertThat(lease).isEqualTo(new Lease(STREAM, "a", 1));
        assertThat(state().acquire(STREAM, "b", LIFE)).isEmpty();
        assertThat(state().acquire(STREAM, "a", LIFE)).isEmpty();
        assertThat(state().acquire(new StreamId("amazonvendor", "other", "default"), "b", LIFE))
                .isPresent();
    }

    @Test
    default void aReleasedStreamCanBeTakenAtOnceWithTheNextEpoch() {
        state().release(acquire("a"));

        assertThat(acquire("b").epoch()).isEqualTo(2);
    }

    @Test
    default void anExpiredLeaseCanBeTakenAndTheOldOneIsLost() {
        Lease old = acquire("a");
        clock().move(LIFE);
        assertThat(state().acquire(STREAM, "b", LIFE))
                .as("lives to its last instant")
                .isEmpty();

        clock().move(Duration.ofMillis(1));
        Lease next = acquire("b");

        assertThat(next.epoch()).isEqualTo(2);
        assertThat(state().renew(old, LIFE)).isFalse();
        state().release(old);
        assertThat(state().acquire(STREAM, "c", LIFE))
                .as("released by who lost it")
                .isEmpty();
        assertThat(state().renew(next, LIFE)).isTrue();
    }

    @Test
    default void renewingExtendsFromNow() {
        Lease lease = acquire("a");
        clock().move(LIFE);
        assertThat(state().renew(lease, LIFE)).isTrue();
        clock().move(LIFE);

        assertThat(state().acquire(STREAM, "b", LIFE)).isEmpty();
    }

    @Test
    default void anExpiredLeaseThatNobodyTookIsStillGood() {
        Lease lease = acquire("a");
        clock().move(LIFE.multipliedBy(2));

        state().save(lease, List.of(OrderState.unknown("1")), 0);
        assertThat(state().renew(lease, LIFE)).isTrue();
    }

    @Test
    default void everyWriteOfWhoLostTheStreamIsFencedOffAndWritesNothing() {
        Lease old = acquire("a");
        state().queue(STREAM, List.of("queued"), StateFixture.at(0));
        clock().move(LIFE.plusMillis(1));
        Lease next = acquire("b");

        assertAll(writes(old).map(this::fenced));

        assertThat(state().load(STREAM, "key")).isEqualTo(StreamState.NEW);
        assertThat(state().find(STREAM, List.of("1"))).isEmpty();
        assertThat(state().parked(STREAM)).isEmpty();
        assertThat(state().closings(STREAM, "key", 9)).isEmpty();
        assertThat(state().due(STREAM, StateFixture.at(99), 9)).containsExactly(OrderState.unknown("queued"));
        assertAll(writes(next));
    }

    @Test
    default void releasedMeansLost() {
        Lease lease = acquire("a");
        state().release(lease);

        assertAll(writes(lease).map(this::fenced));
    }

    @Test
    default void aLeaseOfAnUnknownStreamIsFencedOff() {
        assertAll(writes(new Lease(STREAM, "a", 1)).map(this::fenced));
        assertThat(state().renew(new Lease(STREAM, "a", 1), LIFE)).isFalse();
        state().release(new Lease(STREAM, "a", 1));
    }

    private Stream<Executable> writes(Lease lease) {
        OrderState order = OrderState.unknown("1");
        return Stream.of(
                () -> state().start(lease, StateFixture.at(0), StateFixture.at(1)),
                () -> state().dequeue(lease, List.of("queued"), StateFixture.at(9)),
                () -> state().save(lease, List.of(order), 3),
                () -> state().park(lease, List.of(StateFixture.parked("1", 1)), List.of(order)),
                () -> state().close(lease, "key", Closings.read(0, 60, 60, 0)),
                () -> state().pause(lease, 1, StateFixture.at(9), "why"));
    }

    private Executable fenced(Executable write) {
        return () -> assertThatThrownBy(write::execute).isInstanceOf(FencedException.class);
    }

    @Test
    default void theStartIsFixedOnce() {
        Lease lease = acquire("a");
        state().start(lease, StateFixture.at(1), StateFixture.at(2));
        state().start(lease, StateFixture.at(3), StateFixture.at(4));

        assertThat(state().load(STREAM, "key").startFrom()).isEqualTo(StateFixture.at(1));
        assertThat(state().load(STREAM, "key").startedAt()).isEqualTo(StateFixture.at(2));
    }

    @Test
    default void howThePollEndedIsNoted() {
        Lease lease = acquire("a");
        state().pause(lease, 3, StateFixture.at(9), "429 for an hour");
        assertThat(state().load(STREAM, "key"))
                .isEqualTo(new StreamState(
                        null, null, StreamState.NEW.coverage(), 0, 3, StateFixture.at(9), "429 for an hour"));

        state().pause(lease, 0, null, null);
        assertThat(state().load(STREAM, "key")).isEqualTo(StreamState.NEW);
    }

    /** Four that take the stream from each other in the middle of their work: every advance counts once. */
    @Test
    default void contendersWithLeasesThatExpireInMidWorkNeverAdvanceTwice() throws Exception {
        Contenders contenders = new Contenders(List.of(state()), clock()::move);
        List<Long> advances = contenders.run(4, 400);

        assertThat(advances).doesNotHaveDuplicates().isSubsetOf(Contenders.upTo(sequence()));
        assertThat(advances).as("acknowledged").hasSize((int) sequence());
        assertThat(advances).as("some get through").isNotEmpty();
        assertThat(contenders.fencedOff()).as("some do not").isPositive();
    }

    private long sequence() {
        return find(Contenders.ORDER).sequence();
    }
}
