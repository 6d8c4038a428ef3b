/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.camel.LogLines;
import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Sweep.Told;
import io.postatus.core.poll.Teller.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules of the loop for readings that a route does itself. */
class ChangeFilterTest {
    private final PollFixture fixture = new PollFixture();
    private final ChangeFilter filter = filter("one");
    private final Instant updated = fixture.now();
    private final Instant created = updated.minus(Duration.ofDays(2));
    private final TimeWindow window = new TimeWindow(created.minus(Duration.ofDays(1)), updated);

    private ChangeFilter filter(String node) {
        return new ChangeFilter(
                PollFixture.STREAM,
                fixture.service::status,
                fixture.store,
                fixture.time,
                node,
                Duration.ofSeconds(30),
                Duration.ofDays(180));
    }

    /** Read in a second and handed in a second later. */
    private Optional<Told> handIn(String number, String word) {
        return handIn(number, word, window);
    }

    private Optional<Told> handIn(String number, String word, TimeWindow window) {
        fixture.virtual.advance(Duration.ofSeconds(1));
        Instant sent = fixture.now();
        fixture.virtual.advance(Duration.ofSeconds(1));
        return filter.weigh(order(number, word, updated, created), sent, window);
    }

    @Test
    void aNewOrderIsFirstSeenAndOnceConfirmedKnown() {
        Told told = handIn("1", "A").orElseThrow();
        assertThat(told.change().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
        assertThat(fixture.stored("1").hasOpenIntent()).isTrue();
        told.completed(Outcome.CONFIRMED);
        assertThat(fixture.stored("1").intent()).isNull();
        assertThat(fixture.state().confirmed()).isEqualTo(1);
        assertThat(handIn("1", "A")).isEmpty();
        assertThat(handIn("1", "B").orElseThrow().change().previous().vendorStatus())
                .isEqualTo("A");
    }

    @Test
    void anOrderWhoseChangeIsUnderWayIsNotToldAgain() {
        handIn("1", "A");
        assertThat(handIn("1", "B")).isEmpty();
    }

    @Test
    void aFailureIsToldAgainAsTheSameEvent() {
        Told told = handIn("1", "A").orElseThrow();
        told.completed(Outcome.failed("no"));
        assertThat(fixture.stored("1").intent().tries()).isEqualTo(1);
        assertThat(handIn("1", "A").orElseThrow().change().eventId())
                .isEqualTo(told.change().eventId());
    }

    @Test
    void onlyTheFirstOutcomeCounts() {
        Told told = handIn("1", "A").orElseThrow();
        told.completed(Outcome.failed("no"));
        told.completed(Outcome.CONFIRMED);
        assertThat(fixture.stored("1").lastKnown()).isNull();
    }

    @Test
    void whatWasReadBeforeTheLastNewsCameIsNotTold() {
        Instant before = fixture.now();
        handIn("1", "B").orElseThrow().completed(Outcome.CONFIRMED);
        assertThat(filter.weigh(order("1", "A", updated), before, null)).isEmpty();
        assertThat(handIn("1", "A")).isPresent();
    }

    @Test
    void aStreamHasOneTeller() {
        handIn("1", "A");
        ChangeFilter other = filter("two");
        assertThatThrownBy(() -> other.weigh(order("1", "A", updated), fixture.now(), null))
                .isInstanceOf(StreamTakenException.class)
                .hasMessageContaining("sim/acme/default is held by another process");
        filter.close();
        assertThat(other.weigh(order("1", "A", updated), fixture.now(), null)).isPresent();
    }

    /** R10: to write down the intent took longer than the lease lives. */
    @Test
    void aChangeIsNotToldIfTheStreamWasTakenDuringASlowWrite() {
        fixture.beforeStore.put("save", () -> fixture.virtual.advance(Duration.ofSeconds(31)));
        fixture.beforeStore.put(
                "renew", () -> fixture.store.acquire(PollFixture.STREAM, "two", Duration.ofSeconds(30)));

        assertThatThrownBy(() -> handIn("1", "A")).isInstanceOf(StreamTakenException.class);
        assertThat(fixture.stored("1").hasOpenIntent())
                .as("for the other to tell")
                .isTrue();
    }

    @Test
    void aChangeIsToldAfterASlowWriteIfNobodyTookTheStream() {
        fixture.beforeStore.put("save", () -> fixture.virtual.advance(Duration.ofSeconds(31)));

        assertThat(handIn("1", "A")).isPresent();
    }

    @Test
    void theLeaseLivesAsLongAsOrdersCome() {
        for (int i = 0; i < 10; i++) {
            handIn("" + i, "A");
            fixture.virtual.advance(Duration.ofSeconds(20));
        }
        assertThat(fixture.store.acquire(PollFixture.STREAM, "two", Duration.ofSeconds(1)))
                .isEmpty();
    }

    @Test
    void theLeaseIsRenewedOnceAThirdOfItsLifeIsOverAndNotWithEveryOrder() {
        int[] renewals = new int[1];
        fixture.beforeStore.put("renew", () -> renewals[0]++);
        for (int i = 0; i < 5; i++) {
            handIn("" + i, "A");
        }
        assertThat(renewals[0]).isZero();
        fixture.virtual.advance(Duration.ofSeconds(1));
        handIn("5", "A");
        handIn("6", "A");
        assertThat(renewals[0]).isEqualTo(1);
    }

    @Test
    void whatWasUnderWayWhenAnotherTookTheStreamIsToldAgainOnceItIsBack() {
        handIn("1", "A");
        fixture.virtual.advance(Duration.ofMinutes(5));
        ChangeFilter other = filter("two");
        other.weigh(order("2", "A", updated), fixture.now(), null);
        other.close();
        assertThat(handIn("1", "A")).isPresent();
    }

    @Test
    void anExchangeThatEndsAfterTheSweepWasClosedMeansNothing() {
        Told told = handIn("1", "A").orElseThrow();
        filter.close();
        told.completed(Outcome.CONFIRMED);
        assertThat(fixture.stored("1").hasOpenIntent()).isTrue();
    }

    /** After an upgrade nothing is told for that, and what is kept is kept by the rules of now. */
    @Test
    void whatIsKnownByRulesOfAnotherVersionIsRewrittenSilently() {
        told("1", "A");
        Observed again = new Observed(order("1", "A", updated, created).status(), 2, new TreeMap<>(Map.of("new", "x")));
        fixture.virtual.advance(Duration.ofSeconds(1));
        assertThat(filter.weigh(again, fixture.now(), window)).isEmpty();
        assertThat(fixture.stored("1").lastKnown().knowledge().fingerprint().version())
                .isEqualTo(2);
    }

    /** The last exchange of a sweep often outlives the lease; it was told again with every sweep. */
    @Test
    void anExchangeThatOutlivesTheLeaseIsConfirmedIfNobodyTookTheStream() {
        Told told = handIn("1", "A").orElseThrow();
        fixture.virtual.advance(Duration.ofMinutes(5));
        told.completed(Outcome.CONFIRMED);
        assertThat(fixture.stored("1").intent()).isNull();
        assertThat(handIn("1", "A")).isEmpty();
    }

    @Test
    void anExchangeThatEndsAfterAnotherTookTheStreamMeansNothing() {
        Told told = handIn("1", "A").orElseThrow();
        fixture.virtual.advance(Duration.ofMinutes(5));
        filter("two").weigh(order("2", "A", updated), fixture.now(), null);
        told.completed(Outcome.CONFIRMED);
        assertThat(fixture.stored("1").hasOpenIntent()).isTrue();
    }

    @Test
    void afterAPauseInTheSweepTheExchangesUnderWayStillCount() {
        Told told = handIn("1", "A").orElseThrow();
        fixture.virtual.advance(Duration.ofMinutes(5));
        handIn("2", "A");
        told.completed(Outcome.CONFIRMED);
        assertThat(fixture.stored("1").lastKnown()).isNotNull();
    }

    private void told(String number, String word) {
        handIn(number, word).ifPresent(told -> told.completed(Outcome.CONFIRMED));
    }

    @Test
    void anOpenOrderOfTheWindowThatDoesNotAppearIsAbsent() {
        told("1", "A");
        told("2", "A");
        told("3", "CLOSED");
        assertThat(filter.absent(window)).as("all three are here").isEmpty();

        told("1", "A");
        assertThat(filter.absent(window)).containsExactly("2");
        assertThat(filter.absent(window)).as("a sweep that finds nothing").containsExactly("1", "2");
        assertThat(filter.absent(new TimeWindow(updated, updated.plusSeconds(1))))
                .as("another window")
                .isEmpty();
    }

    @Test
    void howManyDidNotAppearIsSaidAndNothingIfAllDid() {
        told("1", "A");
        told("2", "A");
        try (LogLines log = new LogLines()) {
            filter.absent(window);
            assertThat(log.all()).isEmpty();
            filter.absent(window);
            assertThat(log.all()).singleElement().asString().contains("sim/acme/default", "2 did not appear");
        }
    }

    /** A window that failed is never ended; what appeared in it says nothing about the next sweep's window. */
    @Test
    void whatAppearedCountsForItsWindowOnly() {
        told("1", "A");
        TimeWindow tomorrows = new TimeWindow(created.minusSeconds(1), updated.plusSeconds(1));
        assertThat(filter.absent(tomorrows)).containsExactly("1");

        told("1", "A");
        told("2", "A");
        handIn("1", "A", tomorrows);
        assertThat(filter.absent(window)).containsExactly("1", "2");
    }

    @Test
    void anOrderReadByNumberDoesNotAppearInAWindow() {
        told("1", "A");
        filter.absent(window);
        handIn("1", "A", null);
        assertThat(filter.absent(window)).containsExactly("1");
    }

    @Test
    void anAnswerThatMayBeOldMakesItsOrderAbsent() {
        Instant before = fixture.now();
        told("1", "B");
        filter.absent(window);
        filter.weigh(order("1", "A", updated, created), before, window);
        assertThat(filter.absent(window)).containsExactly("1");
    }

    /** Whether open or not: what shows an older version may hide a newer one. */
    @Test
    void anOlderVersionMakesItsOrderAbsent() {
        told("1", "CLOSED");
        filter.absent(window);
        filter.weigh(order("1", "A", updated.minusSeconds(1), created), fixture.now(), window);
        assertThat(filter.absent(window)).containsExactly("1");
    }

    @Test
    void whatIsSeenWhileAChangeIsUnderWayMakesItsOrderAbsent() {
        Told told = handIn("1", "A").orElseThrow();
        handIn("1", "CLOSED");
        told.completed(Outcome.CONFIRMED);
        assertThat(filter.absent(window)).containsExactly("1");
    }

    @Test
    void theLastThatWasSeenOfAnOrderCounts() {
        Instant before = fixture.now();
        told("1", "B");
        filter.weigh(order("1", "A", updated, created), before, window);
        told("1", "B");
        assertThat(filter.absent(window)).isEmpty();
    }

    @Test
    void onlyTheStreamsHolderIsToldWhoIsAbsent() {
        told("1", "A");
        ChangeFilter other = filter("two");
        assertThatThrownBy(() -> other.absent(window)).isInstanceOf(StreamTakenException.class);
    }

    @Test
    void aFinishedOrderIsForgottenWithTheFirstWindowOfADay() {
        told("1", "CLOSED");
        int[] pruned = new int[1];
        fixture.beforeStore.put("prune", () -> pruned[0]++);
        filter.absent(window);
        filter.absent(window);
        assertThat(pruned[0]).isEqualTo(1);
        assertThat(fixture.stored("1").lastKnown().knowledge()).isNotNull();

        fixture.virtual.advance(Duration.ofDays(31));
        filter.absent(window);
        assertThat(pruned[0]).isEqualTo(2);
        assertThat(fixture.stored("1").lastKnown().knowledge()).isNull();
        assertThat(handIn("1", "CLOSED")).isEmpty();

        fixture.virtual.advance(Duration.ofDays(181));
        filter.absent(window);
        assertThat(fixture.stored("1"))
                .as("the service cannot show it any more")
                .isNull();
    }
}
