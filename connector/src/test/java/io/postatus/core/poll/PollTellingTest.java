/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.poll.PollReport.Ended;
import io.postatus.core.poll.Teller.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R7, R8 and back-pressure: how changes are handed to the route, and what its answers mean, in whatever order they come. */
class PollTellingTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;
    private final Instant updated = fixture.now();

    @BeforeEach
    void threeOrdersAreNew() {
        show("1", "2", "3");
    }

    private void show(String... numbers) {
        service.answering = request -> pages(page(null, orders(numbers)));
    }

    private Observed[] orders(String... numbers) {
        return Arrays.stream(numbers)
                .map(number -> order(number, "NEW", updated))
                .toArray(Observed[]::new);
    }

    @Test
    void changesComeOneAtATimeInTheOrderOfThePage() {
        route.answering = ScriptedRoute.BUSY;
        Poll poll = fixture.started();
        assertThat(route.story()).containsExactly("1 NEW 1");
        route.last().receipt().taken();
        fixture.settle();
        assertThat(route.story()).containsExactly("1 NEW 1", "2 NEW 1");
        route.answering = ScriptedRoute.CONFIRMS;
        route.told.forEach(told -> told.ends(Outcome.CONFIRMED));
        assertThat(fixture.end(poll).confirmed()).isEqualTo(3);
    }

    @Test
    void anIntentIsWrittenBeforeItsChangeIsTold() {
        route.answering = told -> {
            assertThat(fixture.stored(told.number()).hasOpenIntent()).isTrue();
            told.ends(Outcome.CONFIRMED);
        };
        assertThat(fixture.run().confirmed()).isEqualTo(3);
    }

    @Test
    void theIntentOfAChangeThatWaitedIsWrittenBeforeItIsToldToo() {
        route.answering = ScriptedRoute.BUSY;
        service.answering = request -> service.after(
                Duration.ofSeconds(1),
                switch (service.requests.size()) {
                    case 1 -> page("more", orders("1"));
                    case 2 -> page("and more");
                    default -> page(null, order("1", "NEWER", updated));
                });
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofSeconds(4));
        long[] intended = new long[1];
        ScriptedRoute.Told first = route.last();
        route.answering = told -> {
            intended[0] = fixture.stored("1").intent().sequence();
            told.ends(Outcome.CONFIRMED);
        };
        first.ends(Outcome.CONFIRMED);
        fixture.end(poll);
        assertThat(route.story()).containsExactly("1 NEW 1", "1 NEWER 2");
        assertThat(service.asked()).as("it needs no second look").hasSize(3);
        assertThat(intended[0]).isEqualTo(2);
    }

    @Test
    void theThreadGivenBackTwiceTakesNoTwoChanges() {
        route.answering = ScriptedRoute.BUSY;
        fixture.started();
        ScriptedRoute.Told first = route.last();
        first.receipt().taken();
        fixture.settle();
        first.receipt().taken();
        fixture.settle();
        assertThat(route.story()).containsExactly("1 NEW 1", "2 NEW 1");
    }

    @Test
    void theFirstOutcomeCounts() {
        show("1");
        route.answering = told -> {
            told.receipt().completed(Outcome.CONFIRMED);
            told.receipt().completed(Outcome.failed("too late"));
            told.receipt().taken();
        };
        PollReport report = fixture.run();
        assertThat(report.confirmed()).isEqualTo(1);
        assertThat(fixture.stored("1").intent()).isNull();
    }

    @Test
    void aFailureLeavesItsSliceOpenAndIsToldAgainWhileTheOthersStayQuiet() {
        route.answering = told -> told.ends(told.number().equals("2") ? Outcome.failed("no") : Outcome.CONFIRMED);
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(report.openSlices()).singleElement().asString().contains("order 2 failed: no");
        assertThat(fixture.coverage().covered().windows()).isEmpty();

        route.told.clear();
        route.answering = ScriptedRoute.CONFIRMS;
        fixture.nextInterval();
        fixture.run();
        assertThat(route.story()).as("the same event, once more").containsExactly("2 NEW 1");
        assertThat(fixture.coverage().covered().windows()).hasSize(1);
    }

    @Test
    void aRouteThatThrowsFailsItsExchangeOnly() {
        route.answering = told -> {
            if (told.number().equals("2")) {
                throw new IllegalStateException("the pool of the route is full");
            }
            told.ends(Outcome.CONFIRMED);
        };
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(report.confirmed()).isEqualTo(2);
        assertThat(report.openSlices()).singleElement().asString().contains("the pool of the route is full");
    }

    @Test
    void anExchangeThatDoesNotEndInTimeCountsAsFailedAndItsLateEndMeansNothing() {
        show("1");
        route.answering = ScriptedRoute.ELSEWHERE;
        PollReport report = fixture.run();
        assertThat(report.openSlices()).singleElement().asString().contains("did not complete within PT10M");
        assertThat(fixture.stored("1").intent().tries()).isEqualTo(1);

        route.last().receipt().completed(Outcome.CONFIRMED);
        fixture.settle();
        assertThat(fixture.stored("1").lastKnown()).isNull();
    }

    @Test
    void whatEndsInTimeIsConfirmedThoughAnotherDoesNot() {
        route.answering = told -> {
            told.receipt().taken();
            fixture.time.after(Duration.ofMinutes(told.number().equals("1") ? 11 : 9), () -> told.receipt()
                    .completed(Outcome.CONFIRMED));
        };
        PollReport report = fixture.run();
        assertThat(report.confirmed()).isEqualTo(2);
        assertThat(fixture.stored("1").hasOpenIntent()).isTrue();
    }

    @Test
    void everyExchangeHasItsTimeFromWhenItWasHandedOver() {
        show("1", "2");
        route.answering = told -> {
            Duration busy = Duration.ofMinutes(told.number().equals("1") ? 5 : 0);
            fixture.time.after(busy, told.receipt()::taken);
        };
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofMinutes(14));
        assertThat(poll.progress().ended()).isNull();
        assertThat(fixture.stored("1").intent().tries()).isEqualTo(1);
        assertThat(fixture.stored("2").intent().tries()).isZero();
        fixture.virtual.advance(Duration.ofMinutes(1));
        fixture.end(poll);
        assertThat(fixture.now()).isBefore(updated.plus(Duration.ofMinutes(16)));
        assertThat(fixture.stored("2").intent().tries()).isEqualTo(1);
    }

    @Test
    void aRouteThatNeverComesBackFailsThePollInsteadOfHoldingTheStreamForEver() {
        route.answering = ScriptedRoute.BUSY;
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failure()).hasMessageContaining("has not come back within PT10M from order 1");
        assertThat(route.story()).containsExactly("1 NEW 1");
        assertThat(fixture.stored("3").hasOpenIntent()).isTrue();
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void aRouteThatConfirmsAndThenKeepsItsThreadHoldsUpTheOthersOnly() {
        route.answering = told -> told.receipt().completed(Outcome.CONFIRMED);
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.confirmed()).isEqualTo(1);
    }

    @Test
    void tenFailuresInARowMeanThatTheRouteIsDown() {
        show(IntStream.range(10, 40).mapToObj(Integer::toString).toArray(String[]::new));
        route.answering = ScriptedRoute.FAILS;
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(route.told).hasSize(10);
        assertThat(report.pausedUntil()).isEqualTo(fixture.state().pausedUntil());
    }

    @Test
    void aRouteThatStaysDownIsTriedTenTimesAPollAndNotWithAllThatFailedBefore() {
        show(IntStream.range(10, 40).mapToObj(Integer::toString).toArray(String[]::new));
        route.answering = told -> told.ends(route.told.size() % 10 == 0 ? Outcome.CONFIRMED : Outcome.failed("no"));
        fixture.run();
        assertThat(route.told).as("all").hasSize(30);

        fixture.nextInterval();
        route.told.clear();
        route.answering = ScriptedRoute.FAILS;
        assertThat(fixture.run().ended()).isEqualTo(Ended.FAILED);
        assertThat(route.told).hasSize(10);
    }

    @Test
    void whatWaitsBehindAChangeThatIsTakenBackKeepsItsSliceOpen() {
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request -> service.requests.size() == 1
                ? pages(page(null, orders("1", "2")))
                : service.after(Duration.ofSeconds(1), page(null, order("2", "NEWER", updated)));
        route.answering = ScriptedRoute.BUSY;
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failed()).isEqualTo(2);
    }

    @Test
    void nineFailuresInARowDoNot() {
        show(IntStream.range(10, 30).mapToObj(Integer::toString).toArray(String[]::new));
        route.answering = told -> told.ends(route.told.size() % 10 == 0 ? Outcome.CONFIRMED : Outcome.failed("no"));
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(route.told).hasSize(20);
    }

    /** Ten orders that fail each time once stood before all others, at every poll, for ever. */
    @Test
    void whatFailedBeforeWaitsForWhatWasNeverTried() {
        show(IntStream.range(10, 30).mapToObj(Integer::toString).toArray(String[]::new));
        route.answering = told -> told.ends(told.number().startsWith("1") ? Outcome.failed("no") : Outcome.CONFIRMED);
        fixture.run();
        assertThat(route.told).hasSize(10).allMatch(told -> told.number().startsWith("1"));

        fixture.nextInterval();
        route.told.clear();
        assertThat(fixture.run().confirmed()).isEqualTo(10);
        assertThat(route.told.subList(0, 10)).allMatch(told -> told.number().startsWith("2"));
    }

    @Test
    void anOutcomeWithoutACauseIsAFailureAllTheSame() {
        show(IntStream.range(10, 20).mapToObj(Integer::toString).toArray(String[]::new));
        route.answering = told -> told.ends(new Outcome(false, null));
        assertThat(fixture.run().ended()).isEqualTo(Ended.FAILED);
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    @Test
    void readingPausesWhileTooManyChangesWait() {
        fixture.maxUnconfirmed = 3;
        route.answering = ScriptedRoute.BUSY;
        service.answering = request ->
                request.token() == null ? pages(page("more", orders("1", "2", "3"))) : pages(page(null, orders("4")));
        Poll poll = fixture.started();
        assertThat(service.requests).hasSize(1);

        route.answering = ScriptedRoute.CONFIRMS;
        route.last().ends(Outcome.CONFIRMED);
        assertThat(fixture.end(poll).confirmed()).isEqualTo(4);
        assertThat(service.requests).hasSize(2);
    }

    @Test
    void oneAtATimeIsEnough() {
        fixture.maxUnconfirmed = 1;
        fixture.slicesInFlight = 1;
        service.planning = new WindowPlan(Duration.ofSeconds(602), Duration.ofSeconds(1))::plan;
        service.answering = request ->
                request.token() == null ? pages(page("more", orders("1", "2", "3"))) : pages(page(null, orders("4")));
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(report.closed()).isEqualTo(report.planned());
        assertThat(report.confirmed()).isEqualTo(4);
    }

    @Test
    void outcomesAreWrittenOnceASecondOrAllAtOnceAtTheEnd() {
        int[] writes = new int[1];
        fixture.beforeStore.put("save", () -> writes[0]++);
        fixture.run();
        assertThat(writes[0])
                .as("the intents of the page, and its confirmations")
                .isEqualTo(2);
    }

    @Test
    void aHundredOutcomesAreWrittenAtOnce() {
        show(IntStream.range(0, 101).mapToObj(Integer::toString).toArray(String[]::new));
        route.answering = told -> {
            told.receipt().taken();
            if (!told.number().equals("100")) {
                told.receipt().completed(Outcome.CONFIRMED);
            }
        };
        Poll poll = fixture.started();
        assertThat(poll.progress().confirmed()).isEqualTo(100);
    }

    @Test
    void aConfirmationDoesNotWaitForASlowExchangeBesideIt() {
        route.answering = told -> {
            told.receipt().taken();
            if (!told.number().equals("1")) {
                told.receipt().completed(Outcome.CONFIRMED);
            }
        };
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofMillis(1100));
        assertThat(poll.progress().confirmed()).isEqualTo(2);
        assertThat(fixture.stored("2").intent()).isNull();
    }

    /** An alarm for every batch of confirmations would pile up in a poll that reads for hours. */
    @Test
    void aLongPollSetsNoMoreAlarmsThanAShortOne() {
        service.answering = request -> {
            int page = service.requests.size();
            return service.after(
                    Duration.ofSeconds(5), page(page < 1000 ? "after " + page : null, orders("a" + page, "b" + page)));
        };
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofMinutes(80));
        assertThat(fixture.time.waiting).isLessThan(10);
        assertThat(fixture.end(poll).confirmed()).isEqualTo(2000);
    }

    @Test
    void aPollThatHasEndedLeavesNoAlarmBehind() {
        fixture.run();
        fixture.virtual.advance(Duration.ofSeconds(1));
        assertThat(fixture.time.waiting).isZero();
    }
}
