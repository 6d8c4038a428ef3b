/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every poll state promises. A store that passes may be polled on. */
abstract class PollStateContract {
    static final StreamId STREAM = new StreamId("amazonvendor", "acme", "default");
    static final Duration LIFE = Duration.ofSeconds(30);

    final SettableClock clock = new SettableClock();
    PollState state;

    /** A store with nothing in it, that measures leases by the contract's clock. */
    abstract PollState empty() throws Exception;

    @BeforeEach
    void open() throws Exception {
        state = empty();
    }

    @AfterEach
    void closeState() {
        state.close();
    }

    @Test
    void oneHoldsAStreamAndOthersDoNot() {
        Lease lease = acquire("a");

        assertThat(lease).isEqualTo(new Lease(STREAM, "a", 1));
        assertThat(state.acquire(STREAM, "b", LIFE)).isEmpty();
        assertThat(state.acquire(STREAM, "a", LIFE)).isEmpty();
        assertThat(state.acquire(new StreamId("amazonvendor", "other", "default"), "b", LIFE))
                .isPresent();
    }

    @Test
    void aReleasedStreamCanBeTakenAtOnceWithTheNextEpoch() {
        state.release(acquire("a"));

        assertThat(acquire("b").epoch()).isEqualTo(2);
    }

    @Test
    void anExpiredLeaseCanBeTakenAndTheOldOneIsLost() {
        Lease old = acquire("a");
        clock.move(LIFE);
        assertThat(state.acquire(STREAM, "b", LIFE))
                .as("lives to its last instant")
                .isEmpty();

        clock.move(Duration.ofMillis(1));
        Lease next = acquire("b");

        assertThat(next.epoch()).isEqualTo(2);
        assertThat(state.renew(old, LIFE)).isFalse();
        state.release(old);
        assertThat(state.acquire(STREAM, "c", LIFE))
                .as("released by who lost it")
                .isEmpty();
        assertThat(state.renew(next, LIFE)).isTrue();
    }

    @Test
    void renewingExtendsFromNow() {
        Lease lease = acquire("a");
        clock.move(LIFE);
        assertThat(state.renew(lease, LIFE)).isTrue();
        clock.move(LIFE);

        assertThat(state.acquire(STREAM, "b", LIFE)).isEmpty();
    }

    @Test
    void anExpiredLeaseThatNobodyTookIsStillGood() {
        Lease lease = acquire("a");
        clock.move(LIFE.multipliedBy(2));

        state.save(lease, List.of(OrderState.unknown("1")), 0);
        assertThat(state.renew(lease, LIFE)).isTrue();
    }

    @Test
    void everyWriteOfWhoLostTheStreamIsFencedOffAndWritesNothing() {
        Lease old = acquire("a");
        state.queue(STREAM, List.of("queued"), at(0));
        clock.move(LIFE.plusMillis(1));
        Lease next = acquire("b");

        assertAll(writes(old).map(this::fenced));

        assertThat(state.load(STREAM, "key")).isEqualTo(StreamState.NEW);
        assertThat(state.find(STREAM, List.of("1"))).isEmpty();
        assertThat(state.parked(STREAM)).isEmpty();
        assertThat(state.closings(STREAM, "key", 9)).isEmpty();
        assertThat(state.due(STREAM, at(99), 9)).containsExactly(OrderState.unknown("queued"));
        assertAll(writes(next));
    }

    @Test
    void releasedMeansLost() {
        Lease lease = acquire("a");
        state.release(lease);

        assertAll(writes(lease).map(this::fenced));
    }

    @Test
    void aLeaseOfAnUnknownStreamIsFencedOff() {
        assertAll(writes(new Lease(STREAM, "a", 1)).map(this::fenced));
        assertThat(state.renew(new Lease(STREAM, "a", 1), LIFE)).isFalse();
        state.release(new Lease(STREAM, "a", 1));
    }

    private Stream<Executable> writes(Lease lease) {
        OrderState order = OrderState.unknown("1");
        return Stream.of(
                () -> state.start(lease, at(0), at(1)),
                () -> state.dequeue(lease, List.of("queued"), at(9)),
                () -> state.save(lease, List.of(order), 3),
                () -> state.park(lease, List.of(parked("1", 1)), List.of(order)),
                () -> state.close(lease, "key", Closings.read(0, 60, 60, 0)),
                () -> state.pause(lease, 1, at(9), "why"));
    }

    private Executable fenced(Executable write) {
        return () -> assertThatThrownBy(write::execute).isInstanceOf(FencedException.class);
    }

    @Test
    void anUnknownStreamIsEmpty() {
        assertThat(state.load(STREAM, "key")).isEqualTo(StreamState.NEW);
        assertThat(state.find(STREAM, List.of("1"))).isEmpty();
        assertThat(state.due(STREAM, at(0), 9)).isEmpty();
        assertThat(state.open(STREAM, 9)).isEmpty();
        assertThat(state.parked(STREAM)).isEmpty();
        assertThat(state.closings(STREAM, "key", 9)).isEmpty();
    }

    @Test
    void theStartIsFixedOnce() {
        Lease lease = acquire("a");
        state.start(lease, at(1), at(2));
        state.start(lease, at(3), at(4));

        assertThat(state.load(STREAM, "key").startFrom()).isEqualTo(at(1));
        assertThat(state.load(STREAM, "key").startedAt()).isEqualTo(at(2));
    }

    @Test
    void everyFieldOfAnOrderComesBack() {
        Lease lease = acquire("a");
        Knowledge knowledge = new Orders(1).knowledge();
        OrderState full = new OrderState(
                "full",
                Long.MAX_VALUE,
                new LastKnown(id("1"), knowledge, Instant.parse("2026-03-02T14:30:00.1234567Z"), new Mark(7, -5)),
                new Intent(8, id("2"), 3, at(1), 44),
                true,
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.9999999Z"),
                at(2));
        OrderState empty = new OrderState("empty", 0, null, null, false, null, null, null);
        OrderState pruned = new OrderState(
                "ünïcode/ß", 5, new LastKnown(id("3"), null, null, new Mark(0, 0)), null, false, at(-1), null, null);
        OrderState intended = OrderState.unknown("intended").intending(Intent.of(1, id("4")), null);
        List<OrderState> all = List.of(full, empty, pruned, intended);

        state.save(lease, all, 0);
        assertThat(state.find(STREAM, List.of("full", "empty", "ünïcode/ß", "intended", "other")))
                .containsOnlyKeys("full", "empty", "ünïcode/ß", "intended")
                .containsValues(full, empty, pruned, intended);

        OrderState emptied = new OrderState("full", 9, null, null, false, null, null, null);
        state.save(lease, List.of(emptied), 0);
        assertThat(find("full")).isEqualTo(emptied);
        assertThat(find("empty")).isEqualTo(empty);
    }

    @Test
    void whatIsSavedLastCounts() {
        OrderState first = OrderState.unknown("1").checkAt(at(1));
        OrderState second = OrderState.unknown("1").checkAt(at(2));

        state.save(acquire("a"), List.of(first, second), 0);

        assertThat(find("1")).isEqualTo(second);
    }

    @Test
    void streamsDoNotSeeEachOther() {
        StreamId sweep = new StreamId("amazonvendor", "acme", "sweep");
        state.save(acquire("a"), List.of(OrderState.unknown("1").checkAt(at(0))), 2);
        state.queue(STREAM, List.of("2"), at(0));

        assertThat(state.find(sweep, List.of("1"))).isEmpty();
        assertThat(state.due(sweep, at(9), 9)).isEmpty();
        assertThat(state.load(sweep, "key").confirmed()).isZero();
        state.queue(sweep, List.of("3"), at(0));
        assertThat(state.due(sweep, at(9), 9)).containsExactly(OrderState.unknown("3"));
    }

    @Test
    void manyOrdersAreSavedAndFoundAtOnce() {
        Orders orders = new Orders(5);
        List<OrderState> many = Stream.generate(orders::confirmed).limit(2500).toList();

        state.save(acquire("a"), many, many.size());

        assertThat(state.find(
                                STREAM,
                                many.stream()
                                        .map(OrderState::purchaseOrderNumber)
                                        .toList())
                        .values())
                .containsExactlyInAnyOrderElementsOf(many);
        assertThat(state.load(STREAM, "key").confirmed()).isEqualTo(2500);
    }

    @Test
    void nothingIsAskedForAndNothingIsSaved() {
        Lease lease = acquire("a");
        state.save(lease, List.of(), 0);
        state.park(lease, List.of(), List.of());
        state.dequeue(lease, List.of(), at(0));
        state.queue(STREAM, List.of(), at(0));

        assertThat(state.find(STREAM, List.of())).isEmpty();
    }

    @Test
    void confirmationsAddUp() {
        Lease lease = acquire("a");
        state.save(lease, List.of(), 3);
        state.save(lease, List.of(), 4);

        assertThat(state.load(STREAM, "key").confirmed()).isEqualTo(7);
    }

    @Test
    void aSaveThatThrowsChangesNothing() {
        Lease lease = acquire("a");
        List<OrderState> broken = Arrays.asList(OrderState.unknown("1"), null);

        assertThatThrownBy(() -> state.save(lease, broken, 1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> state.park(lease, List.of(parked("1", 1)), broken))
                .isInstanceOf(RuntimeException.class);

        assertThat(state.find(STREAM, List.of("1"))).isEmpty();
        assertThat(state.parked(STREAM)).isEmpty();
        assertThat(state.load(STREAM, "key").confirmed()).isZero();
        state.save(lease, List.of(OrderState.unknown("1")), 1);
        assertThat(find("1")).isEqualTo(OrderState.unknown("1"));
    }

    @Test
    void dueIsWhatIsIntendedOrToBeCheckedOrQueuedOldestFirst() {
        Lease lease = acquire("a");
        OrderState intended = OrderState.unknown("intended").intending(Intent.of(1, id("1")), null);
        OrderState checked =
                OrderState.unknown("checked").checkAt(clock.instant().minusSeconds(2));
        OrderState later = OrderState.unknown("later").checkAt(clock.instant().plusSeconds(1));
        OrderState quiet = OrderState.unknown("quiet");
        OrderState both = OrderState.unknown("both").checkAt(clock.instant());
        state.save(lease, List.of(intended, checked, later, quiet, both), 0);
        state.queue(STREAM, List.of("unheard"), clock.instant().minusSeconds(1));
        state.queue(STREAM, List.of("both"), clock.instant().minusSeconds(3));

        assertThat(state.due(STREAM, clock.instant(), 9))
                .containsExactly(both, checked, OrderState.unknown("unheard"), intended);
        assertThat(state.due(STREAM, clock.instant(), 2)).containsExactly(both, checked);
        assertThat(state.due(STREAM, clock.instant().plusSeconds(1), 9)).contains(later);
    }

    @Test
    void whatIsConfirmedIsNotDue() {
        Lease lease = acquire("a");
        OrderState order = new Orders(1).confirmed();
        state.save(lease, List.of(order.intending(Intent.of(9, id("1")), null).checkAt(at(0))), 0);
        state.save(lease, List.of(order), 1);

        assertThat(state.due(STREAM, clock.instant(), 9)).isEmpty();
    }

    @Test
    void aReadingTakesOffTheQueueOnlyWhatWasQueuedBeforeItBegan() {
        Lease lease = acquire("a");
        state.queue(STREAM, List.of("early", "again", "same"), at(1));
        state.queue(STREAM, List.of("again"), at(6));
        state.queue(STREAM, List.of("same"), at(5));
        state.queue(STREAM, List.of("again"), at(2));

        state.dequeue(lease, List.of("early", "again", "same", "unheard"), at(5));

        assertThat(state.due(STREAM, at(9), 9))
                .containsExactly(OrderState.unknown("same"), OrderState.unknown("again"));
        state.dequeue(lease, List.of("again", "same"), at(7));
        assertThat(state.due(STREAM, at(9), 9)).isEmpty();
    }

    @Test
    void anybodyMayQueueWhoeverHoldsTheStream() {
        state.queue(STREAM, List.of("1"), at(0));
        Lease lease = acquire("a");
        state.queue(STREAM, List.of("2"), at(1));

        assertThat(lease.epoch()).isEqualTo(1);
        assertThat(state.due(STREAM, at(2), 9)).hasSize(2);
    }

    @Test
    void openOrdersComeLongestUnchangedFirst() {
        Lease lease = acquire("a");
        OrderState first = OrderState.unknown("first");
        OrderState second = OrderState.unknown("second");
        OrderState finished = OrderState.unknown("finished").missing(at(0), null, true);
        state.save(lease, List.of(first), 0);
        clock.move(Duration.ofSeconds(1));
        state.save(lease, List.of(second, finished), 0);
        clock.move(Duration.ofSeconds(1));
        state.save(lease, List.of(first.checkAt(at(5))), 0);

        assertThat(state.open(STREAM, 9)).as("a check is no change").containsExactly(first.checkAt(at(5)), second);

        OrderState moved = first.intending(Intent.of(1, id("1")), null);
        state.save(lease, List.of(moved), 0);
        assertThat(state.open(STREAM, 9)).containsExactly(second, moved);
        assertThat(state.open(STREAM, 1)).containsExactly(second);
    }

    @Test
    void oneParkedEntryAnOrder() {
        Lease lease = acquire("a");
        OrderState order = new Orders(1).confirmed();
        String number = order.purchaseOrderNumber();
        state.park(lease, List.of(parked(number, 4), parked("unreadable-00", 0)), List.of(order));
        Parked again = new Parked(number, 5, at(3), 9, null, null);
        state.park(lease, List.of(again), List.of(order));

        assertThat(state.parked(STREAM)).containsExactly(parked("unreadable-00", 0), again);
        assertThat(find(number)).isEqualTo(order);
    }

    @Test
    void aLaterConfirmationSupersedesWhatWasParkedAndNothingElseDoes() {
        Lease lease = acquire("a");
        OrderState told = new Orders(1).confirmed();
        OrderState intended = told.intending(Intent.of(told.sequence() + 1, id("1")), null);
        Parked entry = parked(told.purchaseOrderNumber(), intended.sequence());
        state.save(lease, List.of(told), 1);
        state.park(lease, List.of(entry), List.of(intended.parked()));
        state.save(lease, List.of(intended.parked().checkAt(at(9))), 0);
        state.save(lease, List.of(intended.parked().intending(Intent.of(99, id("2")), null)), 0);
        state.save(lease, List.of(new Orders(2).confirmed()), 1);
        assertThat(state.parked(STREAM)).containsExactly(entry);

        LastKnown later = LastKnown.of(new Orders(3).knowledge(), new Mark(9, 0));
        state.save(lease, List.of(intended.confirmed(later, true, null)), 1);

        assertThat(state.parked(STREAM)).isEmpty();
    }

    @Test
    void whatIsClosedIsCovered() {
        Lease lease = acquire("a");
        Closing first = Closings.read(0, 60, 100, 10);
        Closing second = Closings.read(60, 120, 125, 10);
        Closing lost = Closings.lost(200, 300);
        state.close(lease, "key", first);
        state.close(lease, "key", second);
        state.close(lease, "key", lost);
        state.close(lease, "other", Closings.read(500, 600, 700, 10));

        assertThat(state.load(STREAM, "key").coverage()).isEqualTo(RollUp.coverage(List.of(first, second, lost)));
        assertThat(state.load(STREAM, "key").coverage().settled().windows())
                .containsExactly(Closings.window(0, 115), Closings.window(200, 300));
        assertThat(state.closings(STREAM, "key", 9)).containsExactlyInAnyOrder(first, second, lost);
    }

    @Test
    void closingsComeNewestFirst() {
        Lease lease = acquire("a");
        Closing late = Closings.read(0, 60, 500, 10);
        Closing early = Closings.read(60, 120, 130, 10);
        Closing twin = Closings.read(120, 180, 500, 10);
        List.of(late, early, twin).forEach(closing -> state.close(lease, "key", closing));

        assertThat(state.closings(STREAM, "key", 9)).containsExactly(twin, late, early);
        assertThat(state.closings(STREAM, "key", 1)).containsExactly(twin);
    }

    @Test
    void oldClosingsAreRolledUpWithoutChangingTheCoverage() {
        Lease lease = acquire("a");
        List<Closing> all = new ArrayList<>();
        for (int i = 0; i < 2 * RollUp.MORE_THAN; i++) {
            int gap = i > 100 ? 60 : 0;
            all.add(Closings.read(i * 60 + gap, i * 60 + 60 + gap, i * 60 + 300, 120));
        }
        all.forEach(closing -> state.close(lease, "key", closing));

        List<Closing> kept = state.closings(STREAM, "key", 10_000);
        assertThat(kept).hasSizeLessThan(RollUp.MORE_THAN + 10);
        assertThat(state.load(STREAM, "key").coverage()).isEqualTo(RollUp.coverage(all));
        assertThat(RollUp.coverage(kept)).isEqualTo(RollUp.coverage(all));
        assertThat(kept.stream()
                        .mapToInt(closing -> closing.evidence().orders())
                        .sum())
                .isEqualTo(all.stream()
                        .mapToInt(closing -> closing.evidence().orders())
                        .sum());
    }

    @Test
    void freshClosingsAreKeptOneByOne() {
        Lease lease = acquire("a");
        int minutes = RollUp.MORE_THAN + 50;
        Instant from = clock.instant().minus(Duration.ofHours(12));
        for (int i = 0; i < minutes; i++) {
            state.close(lease, "key", Closings.read(from.plusSeconds(60L * i), Duration.ofMinutes(1)));
        }

        assertThat(state.closings(STREAM, "key", 10_000)).hasSize(minutes);
    }

    @Test
    void howThePollEndedIsNoted() {
        Lease lease = acquire("a");
        state.pause(lease, 3, at(9), "429 for an hour");
        assertThat(state.load(STREAM, "key"))
                .isEqualTo(new StreamState(null, null, StreamState.NEW.coverage(), 0, 3, at(9), "429 for an hour"));

        state.pause(lease, 0, null, null);
        assertThat(state.load(STREAM, "key")).isEqualTo(StreamState.NEW);
    }

    /** Four that take the stream from each other in the middle of their work: every advance counts once. */
    @Test
    void contendersWithLeasesThatExpireInMidWorkNeverAdvanceTwice() throws Exception {
        List<Long> advances = new Contenders(state, clock).run(4, 400);

        assertThat(advances).doesNotHaveDuplicates().isSubsetOf(Contenders.upTo(sequence()));
        assertThat(advances).as("acknowledged").hasSize((int) sequence());
        assertThat(advances).as("some get through").isNotEmpty();
    }

    private long sequence() {
        return find(Contenders.ORDER).sequence();
    }

    Lease acquire(String owner) {
        return state.acquire(STREAM, owner, LIFE).orElseThrow();
    }

    OrderState find(String number) {
        return state.find(STREAM, List.of(number)).get(number);
    }

    static Parked parked(String number, long sequence) {
        return new Parked(number, sequence, at(1), 6, "connection refused", "{\"purchaseOrderNumber\":\"ä\"}");
    }

    static Instant at(long seconds) {
        return Instant.parse("2026-03-02T00:00:00Z").plusSeconds(seconds);
    }

    static String id(String digit) {
        return String.join("", Collections.nCopies(32, digit));
    }
}
