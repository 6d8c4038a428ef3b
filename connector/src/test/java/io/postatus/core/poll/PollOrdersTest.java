/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.camel.LogLines;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.model.ChangeKind;
import io.postatus.core.poll.PollReport.Ended;
import io.postatus.core.poll.Teller.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R3, R4 and R13: what one order goes through from poll to poll, in windows and by number. */
class PollOrdersTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;
    private Instant updated = fixture.now();

    private void show(Observed... orders) {
        service.answering = request -> pages(page(null, orders));
    }

    private Observed shown(String number, String word) {
        updated = updated.plusSeconds(1);
        return order(number, word, updated);
    }

    private PollReport nextPoll() {
        fixture.nextInterval();
        service.requests.clear();
        route.told.clear();
        return fixture.run();
    }

    // ---- open intents --------------------------------------------------------------------------------------------

    @Test
    void whatWasIntendedAndNotConfirmedIsToldAgainThoughTheServiceWentBack() {
        show(order("1", "A", updated));
        fixture.run();
        show(order("1", "B", updated));
        route.answering = ScriptedRoute.FAILS;
        nextPoll();
        show(order("1", "A", updated));
        route.answering = ScriptedRoute.CONFIRMS;
        nextPoll();
        assertThat(route.story()).as("downstream must not keep B").containsExactly("1 A 3");
        assertThat(nextPoll().told()).isZero();
    }

    @Test
    void anOpenIntentIsReadByNumberIfNoWindowShowsItsOrder() {
        show(shown("1", "A"));
        route.answering = ScriptedRoute.FAILS;
        fixture.run();
        route.answering = ScriptedRoute.CONFIRMS;
        Observed one = order("1", "A", updated);
        service.answering = request -> pages(request.isFor("1") ? page(null, one) : page(null));
        nextPoll();
        assertThat(service.last().isFor("1")).isTrue();
        assertThat(route.story()).containsExactly("1 A 1");
    }

    @Test
    void anOpenIntentIsNotReadByNumberIfAWindowShowsItsOrder() {
        show(shown("1", "A"));
        route.answering = ScriptedRoute.FAILS;
        fixture.run();
        route.answering = ScriptedRoute.CONFIRMS;
        nextPoll();
        assertThat(service.requests).noneMatch(request -> request.slice() instanceof Slice.Order);
        assertThat(route.story()).containsExactly("1 A 1");
    }

    @Test
    void anOrderQueuedByASweepIsReadOnceAndTakenOffTheQueue() {
        fixture.store.queue(PollFixture.STREAM, List.of("7"), fixture.now().minusSeconds(1));
        service.answering = request -> pages(request.isFor("7") ? page(null, order("7", "A", updated)) : page(null));
        fixture.started();
        assertThat(route.story()).as("at once").containsExactly("7 A 1");
        nextPoll();
        assertThat(service.asked()).noneMatch("order 7"::equals);
    }

    @Test
    void anOrderQueuedWhileItIsReadStaysQueued() {
        fixture.store.queue(PollFixture.STREAM, List.of("7"), fixture.now().minusSeconds(1));
        service.answering = request -> {
            if (request.isFor("7")) {
                fixture.store.queue(
                        PollFixture.STREAM, List.of("7"), fixture.now().plusSeconds(1));
                return service.after(Duration.ofSeconds(5), page(null, order("7", "A", updated)));
            }
            return pages(page(null));
        };
        fixture.run();
        service.answering = request -> pages(page(null));
        nextPoll();
        assertThat(service.asked()).contains("order 7");
    }

    // ---- the same order more than once in a poll ------------------------------------------------------------------

    @Test
    void twiceInOnePageIsToldOnceAndReadAgainByNumberIfTheTwoDiffer() {
        Observed last = order("1", "B", updated);
        service.answering = request -> service.after(
                Duration.ofSeconds(1),
                request.isFor("1") ? page(null, last) : page(null, order("1", "A", updated), last));
        PollReport report = fixture.run();
        assertThat(route.story()).containsExactly("1 A 1", "1 B 2");
        assertThat(service.asked()).endsWith("order 1");
        assertThat(report.closed()).isEqualTo(report.planned());
    }

    @Test
    void whatIsSeenWhileAChangeIsUnderWayWaitsForItsEnd() {
        route.answering = ScriptedRoute.BUSY;
        service.answering = request -> request.token() == null
                ? pages(page("more", order("1", "A", updated)))
                : service.after(Duration.ofSeconds(1), page(null, order("1", "B", updated)));
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofSeconds(30));
        assertThat(route.story()).containsExactly("1 A 1");

        service.answering = request -> pages(page(null, order("1", "B", updated)));
        route.answering = ScriptedRoute.CONFIRMS;
        route.last().ends(Outcome.CONFIRMED);
        PollReport report = fixture.end(poll);
        assertThat(route.story()).containsExactly("1 A 1", "1 B 2");
        assertThat(report.closed()).isEqualTo(report.planned());
    }

    @Test
    void ifTheChangeFailsWhatWaitedBehindItKeepsItsSliceOpen() {
        route.answering = ScriptedRoute.BUSY;
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request -> service.requests.size() == 1
                ? pages(page(null, order("1", "A", updated)))
                : service.after(Duration.ofSeconds(1), page(null, order("1", "B", updated)));
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofSeconds(2));
        route.last().ends(Outcome.failed("no"));
        PollReport report = fixture.end(poll);
        assertThat(report.planned()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.openSlices())
                .anyMatch(why -> why.reason().contains("a later change of order 1 could not be told"));
    }

    @Test
    void anAnswerAskedForBeforeTheLastOneCameIsNotTrusted() {
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request -> {
            if (request.slice() instanceof Slice.Order) {
                return pages(page(null, order("1", "B", updated)));
            }
            return service.requests.size() == 1
                    ? service.after(Duration.ofSeconds(1), page(null, order("1", "B", updated)))
                    : service.after(Duration.ofSeconds(9), page(null, order("1", "A", updated)));
        };
        PollReport report = fixture.run();
        assertThat(route.story()).as("A was on its way since before B").containsExactly("1 B 1");
        assertThat(report.closed()).isEqualTo(3);
    }

    @Test
    void aSliceStaysOpenIfTheOrderItDependsOnCannotBeRead() {
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request -> {
            if (request.slice() instanceof Slice.Order) {
                return ScriptedService.unavailable();
            }
            return service.requests.size() == 1
                    ? service.after(Duration.ofSeconds(1), page(null, order("1", "B", updated)))
                    : service.after(Duration.ofSeconds(9), page(null, order("1", "A", updated)));
        };
        PollReport report = fixture.run();
        assertThat(report.closed()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(2);
    }

    @Test
    void anOlderVersionIsNeverToldButLookedInto() {
        show(order("1", "B", updated));
        fixture.run();
        Observed older = order("1", "A", updated.minusSeconds(60));
        show(older);
        PollReport report = nextPoll();
        assertThat(report.told()).isZero();
        assertThat(service.asked()).endsWith("order 1");
        assertThat(report.closed()).as("the service says the same by number").isEqualTo(report.planned());
    }

    @Test
    void ofWhatWaitsTheOneAskedForLastCountsWhicheverCameLast() {
        route.answering = ScriptedRoute.BUSY;
        service.planning = new WindowPlan(Duration.ofSeconds(1202), Duration.ofSeconds(1))::plan;
        service.answering = ScriptedService.SILENT;
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofSeconds(1));
        service.requests.get(0).answer().complete(page("more", order("1", "A", updated)));
        fixture.virtual.advance(Duration.ofSeconds(1));
        service.requests.get(3).answer().complete(page("and more"));
        fixture.virtual.advance(Duration.ofSeconds(1));
        service.requests.get(4).answer().complete(page(null, order("1", "C", updated)));
        fixture.virtual.advance(Duration.ofSeconds(1));
        service.requests.get(1).answer().complete(page(null, order("1", "B", updated)));
        service.requests.get(2).answer().complete(page(null));
        fixture.virtual.advance(Duration.ofSeconds(1));
        route.answering = ScriptedRoute.CONFIRMS;
        route.last().ends(Outcome.CONFIRMED);
        fixture.end(poll);
        assertThat(route.story()).containsExactly("1 A 1", "1 C 2");
        assertThat(service.asked()).as("C may be told, it needs no second look").noneMatch("order 1"::equals);
    }

    /** An older version does not answer what was asked; if it cannot be read by number either, it stays to be read. */
    @Test
    void anOrderThatAWindowShowsInAnOlderVersionStaysQueuedUntilItIsRead() {
        show(order("1", "B", updated));
        fixture.run();
        fixture.store.queue(PollFixture.STREAM, List.of("1"), fixture.now().minusSeconds(1));
        Observed older = order("1", "A", updated.minusSeconds(60));
        service.answering = request -> request.isFor("1") ? ScriptedService.unavailable() : pages(page(null, older));
        nextPoll();
        assertThat(fixture.store.queued(PollFixture.STREAM, List.of("1"))).hasSize(1);
    }

    // ---- missing and gone ----------------------------------------------------------------------------------------

    private void notFound(String number) {
        service.answering = request -> request.isFor(number)
                ? ScriptedService.fails(new NotFoundException("acme", "read", 404, null, "unknown"))
                : pages(page(null));
    }

    private void becomesMissing() {
        show(shown("1", "A"));
        route.answering = ScriptedRoute.FAILS;
        fixture.run();
        route.answering = ScriptedRoute.CONFIRMS;
        notFound("1");
        try (LogLines log = new LogLines()) {
            nextPoll();
            assertThat(log.warnings()).as("it may yet show up").isEmpty();
        }
    }

    @Test
    void anOrderThatIsNotFoundIsNoFailure() {
        becomesMissing();
        assertThat(fixture.stored("1").missingSince()).isNotNull();
        assertThat(fixture.stored("1").hasOpenIntent()).isTrue();
        assertThat(nextPoll().ended()).isEqualTo(Ended.DONE);
    }

    @Test
    void anOrderThatStaysMissingForADayIsGone() {
        becomesMissing();
        fixture.virtual.advance(Duration.ofHours(23));
        nextPoll();
        assertThat(fixture.stored("1").open()).isTrue();
        fixture.virtual.advance(Duration.ofHours(1));
        try (LogLines log = new LogLines()) {
            nextPoll();
            assertThat(log.warnings()).singleElement().asString().contains("order 1", "PT24H", "gone");
        }
        assertThat(fixture.stored("1").open()).isFalse();
        assertThat(fixture.stored("1").intent()).isNull();
        fixture.virtual.advance(Duration.ofHours(2));
        nextPoll();
        assertThat(service.asked()).as("nobody asks for it any more").noneMatch("order 1"::equals);
    }

    @Test
    void aMissingOrderThatShowsUpAgainIsToldAndNoLongerMissing() {
        becomesMissing();
        show(order("1", "A", updated));
        nextPoll();
        assertThat(route.story()).containsExactly("1 A 1");
        assertThat(fixture.stored("1").missingSince()).isNull();
        assertThat(fixture.stored("1").nextCheck()).isNull();
    }

    /** It was read by number at every poll for ever, and given up as gone the first time it was missing again. */
    @Test
    void aMissingOrderThatShowsUpAgainUnchangedIsNoLongerMissing() {
        show(shown("1", "A"));
        fixture.run();
        fixture.store.queue(PollFixture.STREAM, List.of("1"), fixture.now().minusSeconds(1));
        notFound("1");
        nextPoll();
        assertThat(fixture.stored("1").missingSince()).isNotNull();

        fixture.virtual.advance(Duration.ofHours(2));
        show(order("1", "A", updated));
        nextPoll();
        assertThat(route.told).isEmpty();
        assertThat(fixture.stored("1").missingSince()).isNull();
        assertThat(fixture.stored("1").nextCheck()).isNull();
    }

    @Test
    void aQueuedOrderThatNobodyKnowsIsGoneAfterADayToo() {
        fixture.store.queue(PollFixture.STREAM, List.of("7"), fixture.now().minusSeconds(1));
        notFound("7");
        fixture.run();
        nextPoll();
        assertThat(service.asked()).as("is asked for again in an hour").noneMatch("order 7"::equals);
        fixture.virtual.advance(Duration.ofHours(25));
        nextPoll();
        assertThat(service.asked()).contains("order 7");
        fixture.virtual.advance(Duration.ofHours(2));
        nextPoll();
        assertThat(service.asked()).noneMatch("order 7"::equals);

        show(order("7", "A", updated));
        nextPoll();
        assertThat(route.last().change().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
    }

    // ---- unreadable entries --------------------------------------------------------------------------------------

    @Test
    void anEntryThatCannotBeReadIsParkedAsItCameAndTheRestGoesOn() {
        Page page = new Page(
                List.of(order("1", "A", updated)), List.of(new Unreadable("{\"odd\":1}", "no number")), null, null);
        service.answering = request -> pages(page);
        PollReport report = fixture.run();
        assertThat(report.confirmed()).isEqualTo(1);
        assertThat(report.closed()).isEqualTo(1);
        assertThat(fixture.store.parked(PollFixture.STREAM)).singleElement().satisfies(parked -> {
            assertThat(parked.document()).isEqualTo("{\"odd\":1}");
            assertThat(parked.cause()).isEqualTo("no number");
        });
    }
}
