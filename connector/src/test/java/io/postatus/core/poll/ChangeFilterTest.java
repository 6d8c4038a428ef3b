/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.poll.ChangeFilter.Told;
import io.postatus.core.poll.Teller.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of the loop for readings that a route does itself. */
class ChangeFilterTest {
    private final PollFixture fixture = new PollFixture();
    private final ChangeFilter filter = filter("one");
    private final Instant updated = fixture.now();

    private ChangeFilter filter(String node) {
        return new ChangeFilter(
                PollFixture.STREAM, fixture.service, fixture.store, fixture.time, node, Duration.ofSeconds(30));
    }

    /** Read in a second and handed in a second later. */
    private Optional<Told> handIn(String number, String word) {
        fixture.virtual.advance(Duration.ofSeconds(1));
        Instant sent = fixture.now();
        fixture.virtual.advance(Duration.ofSeconds(1));
        return filter.weigh(order(number, word, updated), sent);
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
        assertThat(filter.weigh(order("1", "A", updated), before)).isEmpty();
        assertThat(handIn("1", "A")).isPresent();
    }

    @Test
    void aStreamHasOneTeller() {
        handIn("1", "A");
        ChangeFilter other = filter("two");
        assertThatThrownBy(() -> other.weigh(order("1", "A", updated), fixture.now()))
                .isInstanceOf(StreamTakenException.class)
                .hasMessageContaining("sim/acme/default is held by another process");
        filter.release();
        assertThat(other.weigh(order("1", "A", updated), fixture.now())).isPresent();
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
        filter("two").weigh(order("2", "A", updated), fixture.now());
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
}
