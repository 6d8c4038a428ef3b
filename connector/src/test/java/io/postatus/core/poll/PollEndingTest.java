/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.camel.LogLines;
import io.postatus.core.http.ApiException;
import io.postatus.core.http.AuthenticationException;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.RateLimitedException;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.http.TransientApiException;
import io.postatus.core.poll.PollReport.Ended;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.FencedException;
import io.postatus.core.state.Lease;
import io.postatus.core.state.StateStoreException;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A poll ends, whatever happens to it, gives the stream back, and credits nothing that it did not read. */
class PollEndingTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final List<CompletableFuture<Page>> answers = new ArrayList<>();

    @Test
    void nothingNewIsAGoodPoll() {
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(report.planned()).isEqualTo(1);
        assertThat(report.closed()).isEqualTo(1);
        assertThat(fixture.coverage().covered().windows()).hasSize(1);
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void theReportComesOnceTheLeaseIsGivenBack() {
        boolean[] free = new boolean[1];
        Poll poll = fixture.poll();
        poll.start().thenAccept(report -> free[0] = fixture.leaseIsFree());
        fixture.end(poll);
        assertThat(free[0]).isTrue();
    }

    @Test
    void aGoodPollWritesNothingOfPauses() {
        int[] pauses = new int[1];
        fixture.beforeStore.put("pause", () -> pauses[0]++);
        fixture.run();
        assertThat(pauses[0]).isZero();
    }

    @Test
    void whoDoesNotGetTheLeaseDoesNothing() {
        fixture.store.acquire(PollFixture.STREAM, "somebody else", Duration.ofMinutes(1));
        assertThat(fixture.run().ended()).isEqualTo(Ended.NOT_OURS);
        assertThat(service.requests).isEmpty();
    }

    @Test
    void everyRequestIsWiderThanWhatIsCreditedByOneUnitOfTime() {
        Instant now = fixture.now();
        fixture.run();
        Slice.Window read = (Slice.Window) service.last().slice();
        assertThat(read.asked().from()).isEqualTo(read.credited().from().minusSeconds(1));
        assertThat(read.asked().to()).as("and never lies in the future").isEqualTo(now);
    }

    @Test
    void aSliceThatFailsStaysOpenAndTheOthersGoOn() {
        service.planning = new WindowPlan(Duration.ofSeconds(1202), Duration.ofSeconds(1))::plan;
        service.answering = request -> service.requests.size() == 2 ? ScriptedService.unavailable() : pages(page(null));
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(report.closed()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.openSlices()).singleElement().asString().contains("the service is down");
    }

    /** An exception need not have a message; without one a slice once looked as if all went well with it. */
    @Test
    void whatFailsWithoutAMessageFailsAllTheSame() {
        service.planning = new WindowPlan(Duration.ofSeconds(602), Duration.ofSeconds(1))::plan;
        service.answering = request -> ScriptedService.fails(new IllegalStateException());
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.closed()).isZero();
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    @Test
    void aSourceThatThrowsInsteadOfAnsweringFailsLikeOneThatAnswersBadly() {
        fixture.route.answering = ScriptedRoute.BUSY;
        service.planning = new WindowPlan(Duration.ofSeconds(1802), Duration.ofSeconds(1))::plan;
        service.answering = request -> {
            if (service.requests.size() == 2) {
                throw new IllegalStateException("a bug");
            }
            return pages(page(null, order("1", "NEW", fixture.now())));
        };
        Poll poll = fixture.started();
        assertThat(poll.progress().ended()).as("while an exchange is under way").isNull();
        fixture.route.last().ends(Teller.Outcome.CONFIRMED);
        PollReport report = fixture.end(poll);
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failure()).hasMessage("a bug");
        assertThat(report.confirmed()).isEqualTo(1);
    }

    /** Nobody else is to tell a later change of an order while an earlier one is still under way. */
    @Test
    void aPollWhoseStoreFailsGivesTheStreamBackOnceItsExchangesHaveEnded() {
        Poll poll = brokenWhileTelling();
        assertThat(poll.progress().ended()).isNull();
        assertThat(poll.progress().failure()).as("said at once").hasMessage("the disk is full");
        assertThat(fixture.leaseIsFree()).isFalse();

        fixture.route.last().ends(Teller.Outcome.CONFIRMED);

        PollReport report = fixture.end(poll);
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failure()).hasMessage("the disk is full");
        assertThat(fixture.leaseIsFree()).isTrue();
        assertThat(fixture.route.story()).as("nothing further is told").containsExactly("1 NEW 1");
    }

    @Test
    void aPollWhoseStoreFailsEndsForThatEvenIfItsLeaseRunsOutMeanwhile() {
        int[] pauses = new int[1];
        fixture.beforeStore.put("pause", () -> pauses[0]++);
        fixture.storeFailures.put("renew", () -> new StateStoreException("the disk is full"));
        Poll poll = brokenWhileTelling();

        fixture.virtual.advance(Duration.ofSeconds(31));

        PollReport report = fixture.end(poll);
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failure()).hasMessage("the disk is full");
        assertThat(pauses[0]).as("written without a lease").isZero();
    }

    @Test
    void aPollWhoseStoreFailsWaitsForAnExchangeNoLongerThanConfirmTimeout() {
        Poll poll = brokenWhileTelling();
        fixture.virtual.advance(fixture.confirmTimeout.minusSeconds(3));
        assertThat(poll.progress().ended()).isNull();

        fixture.virtual.advance(Duration.ofSeconds(2));
        assertThat(poll.progress().ended()).isEqualTo(Ended.FAILED);
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    /** Nobody who stops a route waits for the store; for the exchange he does. */
    @Test
    void aPollWhoseStoreFailsAndThatIsStoppedHasFailed() {
        Poll poll = brokenWhileTelling();
        poll.stop("the route stops");
        fixture.settle();
        assertThat(poll.progress().ended()).isNull();

        fixture.route.last().ends(Teller.Outcome.CONFIRMED);
        assertThat(fixture.end(poll).ended()).isEqualTo(Ended.FAILED);
    }

    @Test
    void whatFailsLaterIsNotWhatMadeThePollFail() {
        try (LogLines log = new LogLines()) {
            Poll poll = brokenWhileTelling();
            fixture.storeFailures.put("renew", () -> {
                throw new AssertionError("a bug");
            });
            fixture.virtual.advance(Duration.ofSeconds(11));
            fixture.route.last().ends(Teller.Outcome.CONFIRMED);

            assertThat(fixture.end(poll).failure()).hasMessage("the disk is full");
            assertThat(log.warnings())
                    .filteredOn(line -> line.contains("ends once the exchanges"))
                    .hasSize(1);
        }
    }

    @Test
    void aRouteThatCannotBeHandedAChangeHasNotTakenIt() {
        fixture.route.answering = told -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        PollReport report = fixture.run();
        assertThat(report.openSlices()).singleElement().asString().contains("unable to create native thread");
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    /** One change is at the route, one waits for it, and the answer that comes next cannot be weighed. */
    private Poll brokenWhileTelling() {
        fixture.route.answering = ScriptedRoute.BUSY;
        service.planning = new WindowPlan(Duration.ofSeconds(1202), Duration.ofSeconds(1))::plan;
        service.answering = request -> {
            answers.add(new CompletableFuture<>());
            return answers.get(answers.size() - 1);
        };
        Poll poll = fixture.started();
        answers.get(0).complete(page(null, order("1", "NEW", fixture.now()), order("2", "NEW", fixture.now())));
        fixture.settle();
        fixture.storeFailures.put("find", () -> new StateStoreException("the disk is full"));
        answers.get(1).complete(page(null, order("3", "NEW", fixture.now())));
        fixture.virtual.advance(Duration.ofSeconds(2));
        return poll;
    }

    @Test
    void aPlanThatCannotBeMadeFailsThePoll() {
        service.planning = request -> {
            throw new IllegalStateException("no plan");
        };
        assertThat(fixture.run().ended()).isEqualTo(Ended.FAILED);
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void badCredentialsAreNotTriedTwice() {
        service.planning = new WindowPlan(Duration.ofSeconds(602), Duration.ofSeconds(1))::plan;
        fixture.slicesInFlight = 1;
        service.answering =
                request -> ScriptedService.fails(new AuthenticationException("acme", "read", 403, null, "forbidden"));
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(service.requests).hasSize(1);
        assertThat(report.failed()).isEqualTo(report.planned());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acquire", "load", "start", "due", "find", "save", "close", "pause", "release"})
    void whereverTheStoreFailsThePollEndsAndTheNextOneTellsEverything(String method) {
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        fixture.storeFailures.put(method, () -> new StateStoreException("the database is down"));
        PollReport report = fixture.run();
        assertThat(report.ended()).isNotNull();

        fixture.storeFailures.clear();
        fixture.virtual.advance(Duration.ofMinutes(20));
        assertThat(fixture.run().ended()).isEqualTo(Ended.DONE);
        assertThat(fixture.stored("1").lastKnown()).isNotNull();
        assertThat(fixture.state().failures()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "start", "due", "find", "save", "close"})
    void wherverAnotherNodeTookOverThePollEndsWithoutTouchingTheStream(String method) {
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        fixture.storeFailures.put(method, () -> new FencedException(new Lease(PollFixture.STREAM, "node", 1)));
        assertThat(fixture.run().ended()).isEqualTo(Ended.LEASE_LOST);
        fixture.storeFailures.clear();
        assertThat(fixture.state().failures()).isZero();
    }

    @Test
    void theLeaseIsGivenBackEvenIfTheEndCannotBeNoted() {
        service.answering = request -> ScriptedService.fails(new IllegalStateException("a bug"));
        fixture.storeFailures.put("pause", () -> new StateStoreException("a hiccup"));
        PollReport report = fixture.run();
        fixture.storeFailures.clear();
        assertThat(fixture.leaseIsFree()).isTrue();
        assertThat(report.failure()).as("the first failure counts").hasMessage("a bug");
    }

    @Test
    void aLeaseThatCannotBeGivenBackIsSaidUnlessSomethingWorseWas() {
        fixture.storeFailures.put("release", () -> new StateStoreException("a hiccup"));
        assertThat(fixture.run().failure()).hasMessage("a hiccup");

        fixture.virtual.advance(Duration.ofMinutes(1));
        service.answering = request -> ScriptedService.fails(new IllegalStateException("a bug"));
        assertThat(fixture.run().failure()).hasMessage("a bug");
    }

    @Test
    void aPauseThatCannotBeTakenBackIsSaid() {
        service.answering = request -> ScriptedService.fails(new IllegalStateException("down"));
        fixture.run();
        fixture.virtual.advance(Duration.ofMinutes(1));
        service.answering = request -> pages(page(null));
        fixture.storeFailures.put("pause", () -> new StateStoreException("a hiccup"));
        assertThat(fixture.run().failure()).hasMessage("a hiccup");
    }

    @Test
    void aPollWhoseLeaseTheStoreGaveAwayEndsAtItsNextRenewal() {
        service.answering = ScriptedService.SILENT;
        fixture.storeAnswers.put("renew", false);
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofSeconds(10));
        assertThat(poll.progress().ended()).isEqualTo(Ended.LEASE_LOST);
    }

    @Test
    void aLeaseThatRanOutWhileThePollBeganAsksForNothing() {
        fixture.run();
        service.requests.clear();
        fixture.beforeStore.put("load", () -> fixture.virtual.advance(Duration.ofSeconds(31)));
        Poll poll = fixture.started();
        assertThat(poll.progress().ended()).isEqualTo(Ended.LEASE_LOST);
        assertThat(service.requests).isEmpty();
    }

    /** What waited behind a change is intended while the change is confirmed, and the lease may run out at that. */
    @Test
    void aLeaseThatRanOutBeforeTheNextChangeIsHandedOverTellsNothing() {
        Instant updated = fixture.now();
        fixture.route.answering = ScriptedRoute.ELSEWHERE;
        service.answering = request -> service.after(
                Duration.ofSeconds(1),
                switch (service.requests.size()) {
                    case 1 -> page("more", order("1", "A", updated));
                    case 2 -> page("and more");
                    default -> page(null, order("1", "B", updated));
                });
        int[] writes = new int[1];
        fixture.beforeStore.put("save", () -> fixture.virtual.advance(Duration.ofSeconds(++writes[0] == 3 ? 31 : 0)));
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofSeconds(4));
        fixture.route.last().receipt().completed(Teller.Outcome.CONFIRMED);
        assertThat(fixture.end(poll).ended()).isEqualTo(Ended.LEASE_LOST);
        assertThat(fixture.stored("1").intent().sequence()).isEqualTo(2);
        assertThat(fixture.route.story()).containsExactly("1 A 1");
    }

    /** It may still wait for its turn in the rate budget. */
    @Test
    void aRequestOfAPollThatHasEndedIsNotSentAnyMore() {
        onlyTheFirstOfTwoRequestsIsAnswered();
        fixture.storeFailures.put("find", () -> new StateStoreException("the database is down"));
        assertThat(fixture.run().ended()).isEqualTo(Ended.FAILED);
        assertThat(service.requests).hasSize(2);
        assertThatThrownBy(service.last().permission()::check)
                .isInstanceOf(RequestWithdrawnException.class)
                .hasMessage("the poll has failed");
    }

    @Test
    void aRequestOfAPollWhoseStreamWasTakenIsNotSentAnyMore() {
        onlyTheFirstOfTwoRequestsIsAnswered();
        fixture.storeFailures.put("save", () -> new FencedException(new Lease(PollFixture.STREAM, "node", 1)));
        assertThat(fixture.run().ended()).isEqualTo(Ended.LEASE_LOST);
        assertThatThrownBy(service.last().permission()::check)
                .isInstanceOf(RequestWithdrawnException.class)
                .hasMessage("the poll has ended");
    }

    private void onlyTheFirstOfTwoRequestsIsAnswered() {
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request -> service.requests.size() == 1
                ? service.after(Duration.ofSeconds(1), page(null, order("1", "NEW", fixture.now())))
                : request.answer();
    }

    @Test
    void anAnswerThatComesAfterTheStoreHasFailedIsNotWeighed() {
        Poll poll = brokenWhileTelling();
        fixture.storeFailures.remove("find");
        answers.get(2).complete(page(null, order("4", "NEW", fixture.now())));
        fixture.settle();
        fixture.route.last().ends(Teller.Outcome.CONFIRMED);
        fixture.end(poll);
        assertThat(fixture.stored("4")).isNull();
    }

    @Test
    void aHiccupOfTheStoreAtARenewalIsNoReasonToEnd() {
        service.answering = request -> service.after(Duration.ofSeconds(25), page(null));
        fixture.storeFailures.put("renew", () -> new StateStoreException("a hiccup"));
        Poll poll = fixture.started();
        fixture.virtual.advance(Duration.ofSeconds(15));
        fixture.storeFailures.clear();
        assertThat(fixture.end(poll).ended()).isEqualTo(Ended.DONE);
    }

    @Test
    void aStoreThatStaysAwayCostsTheLease() {
        service.answering = request -> service.after(Duration.ofMinutes(2), page(null));
        fixture.storeFailures.put("renew", () -> new StateStoreException("down"));
        assertThat(fixture.run().ended()).isEqualTo(Ended.LEASE_LOST);
    }

    @Test
    void aLeaseThatRanOutDuringAStepIsLostAndNotAFailureOfTheStream() {
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        fixture.beforeStore.put("find", () -> fixture.virtual.advance(Duration.ofSeconds(31)));
        Poll poll = fixture.poll();
        poll.start();
        fixture.settle();
        assertThat(poll.progress().ended()).isEqualTo(Ended.LEASE_LOST);
        assertThat(fixture.state().failures()).isZero();
        assertThat(fixture.route.told).isEmpty();
    }

    @Test
    void aLeaseThatRanOutWhileConfirmationsAreWrittenCreditsNothing() {
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        int[] writes = new int[1];
        fixture.beforeStore.put("save", () -> fixture.virtual.advance(Duration.ofSeconds(31L * writes[0]++)));
        assertThat(fixture.run().ended()).isEqualTo(Ended.LEASE_LOST);
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    /** A pool that is shut down refuses steps; whoever waits for the poll must not wait for ever. */
    @Test
    void aPollEndsThoughItsPoolTakesNoStepsAnyMore() {
        RefusingExecutor pool = new RefusingExecutor(fixture.time);
        CompletableFuture<Page> answer = new CompletableFuture<>();
        service.answering = request -> answer;
        Poll poll = fixture.poll(pool);
        poll.start();
        fixture.settle();
        pool.refuses = true;
        answer.complete(page(null));
        assertThat(poll.progress().ended()).isEqualTo(Ended.DONE);
    }

    @Test
    void aPollEndsThoughItsPoolIsShutDownWhileAnExchangeIsElsewhere() {
        fixture.route.answering = ScriptedRoute.ELSEWHERE;
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        RefusingExecutor pool = new RefusingExecutor(fixture.time);
        Poll poll = fixture.poll(pool);
        poll.start();
        fixture.settle();
        pool.refuses = true;
        fixture.route.last().receipt().completed(Teller.Outcome.CONFIRMED);
        assertThat(poll.ended().toCompletableFuture()).isDone();
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void aPollThatMayNotEvenBeginEndsToo() {
        RefusingExecutor pool = new RefusingExecutor(fixture.time);
        pool.refuses = true;
        Poll poll = fixture.poll(pool);
        poll.start();
        poll.stop("shutdown");
        assertThat(poll.ended().toCompletableFuture()).isDone();
    }

    @Test
    void whileTheServiceIsDownNoOrderIsReadByNumberEither() {
        fixture.store.queue(PollFixture.STREAM, List.of("7"), fixture.now());
        service.answering = request -> ScriptedService.fails(new IllegalStateException("down"));
        assertThat(fixture.run().ended()).isEqualTo(Ended.FAILED);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void aSinglePageTokenGivenTwiceEndsTheSlice() {
        service.answering = request -> pages(page("again"));
        PollReport report = fixture.run();
        assertThat(service.requests).hasSize(2);
        assertThat(report.openSlices()).singleElement().asString().contains("same page token twice");
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    @Test
    void anEmptyPageWithATokenIsNotTheEnd() {
        service.answering =
                request -> pages(request.token() == null ? page("more") : page(null, order("1", "NEW", fixture.now())));
        assertThat(fixture.run().confirmed()).isEqualTo(1);
        assertThat(service.last().token()).isEqualTo(new PageToken("more"));
    }

    @Test
    void anOrderOlderThanWhatWasAskedForMeansThatTheFilterWasIgnored() {
        service.answering =
                request -> pages(page(null, order("1", "NEW", fixture.now().minus(Duration.ofDays(9)))));
        PollReport report = fixture.run();
        assertThat(report.openSlices()).singleElement().asString().contains("ignored the filter");
        assertThat(fixture.coverage().covered().windows()).isEmpty();
        assertThat(fixture.route.story())
                .as("what it shows is told all the same")
                .containsExactly("1 NEW 1");
    }

    @Test
    void anOrderAtTheVeryEdgeOfWhatWasAskedForIsNoIgnoredFilter() {
        service.answering = request -> pages(page(
                null, order("1", "NEW", ((Slice.Window) request.slice()).asked().from())));
        assertThat(fixture.run().closed()).isEqualTo(1);
    }

    @Test
    void aRouteThatFailsEndsThePollAtOnceThoughSlicesAreStillPlanned() {
        fixture.maxUnconfirmed = 10;
        fixture.slicesInFlight = 1;
        fixture.leaseLife = Duration.ofMinutes(30);
        fixture.route.answering = ScriptedRoute.FAILS;
        service.planning = new WindowPlan(Duration.ofSeconds(602), Duration.ofSeconds(1))::plan;
        service.answering = request -> pages(request.slice() instanceof Slice.Order ? page(null) : page(null, ten()));
        Poll poll = fixture.started();
        assertThat(poll.progress().ended()).isEqualTo(Ended.FAILED);
        assertThat(poll.progress().failure()).isInstanceOf(RouteFailedException.class);
        assertThat(poll.progress().failed()).isEqualTo(poll.progress().planned());
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void aRouteThatFailsEndsThePollThoughReadingPausedInTheMiddleOfASlice() {
        fixture.maxUnconfirmed = 10;
        fixture.route.answering = ScriptedRoute.FAILS;
        service.answering = request -> pages(request.slice() instanceof Slice.Order ? page(null) : page("more", ten()));
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(service.requests).hasSize(1);
    }

    /** It shows an order that nobody is told of any more. */
    @Test
    void aSliceThatIsReadAfterTheRouteFailedStaysOpen() {
        fixture.route.answering = ScriptedRoute.FAILS;
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request -> service.requests.size() == 1
                ? pages(page(null, ten()))
                : service.after(Duration.ofSeconds(5), page(null, order("new", "NEW", fixture.now())));
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    private Observed[] ten() {
        return IntStream.range(0, 10)
                .mapToObj(i -> order("" + i, "NEW", fixture.now()))
                .toArray(Observed[]::new);
    }

    /** One slice is answered after another has shown that the credentials are bad. */
    private PollReport isAnsweredAfterThePollFailed(Page late) {
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request -> service.requests.size() == 1
                ? service.after(Duration.ofSeconds(5), late)
                : ScriptedService.fails(new AuthenticationException("acme", "read", 403, null, "forbidden"));
        return fixture.run();
    }

    @Test
    void whatIsAnsweredAfterThePollFailedIsToldAndItsNextPageIsNotAskedFor() {
        PollReport report = isAnsweredAfterThePollFailed(page("more", order("1", "NEW", fixture.now())));
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(fixture.route.story()).containsExactly("1 NEW 1");
        assertThat(service.requests).hasSize(2);
    }

    @Test
    void whatIsMentionedAfterThePollFailedIsNotAskedForAndItsSliceStaysOpen() {
        PollReport report =
                isAnsweredAfterThePollFailed(Page.ofMentions(List.of(new Mention.Moved("1")), List.of(), null, null));
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(service.requests).hasSize(2);
    }

    @Test
    void ofMoreSlicesThanAHundredThatStayOpenAHundredSayWhy() {
        service.planning = request -> IntStream.range(0, 102)
                .<Slice>mapToObj(i -> new Slice.Customer("" + i))
                .toList();
        service.answering = request -> request.slice().equals(new Slice.Customer("0"))
                ? pages(page(null))
                : ScriptedService.fails(new RequestRejectedException("acme", "read", 400, null, "no"));
        PollReport report = fixture.run();
        assertThat(report.failed()).isEqualTo(101);
        assertThat(report.openSlices()).hasSize(100);
    }

    @Test
    void aReportSaysWhatWasReadAndSoDoesTheEvidence() {
        Instant updated = fixture.now();
        service.answering = request -> pages(page(null, order("known", "NEW", updated)));
        fixture.run();
        fixture.nextInterval();
        service.answering = request -> pages(
                request.token() == null
                        ? new Page(
                                List.of(order("1", "NEW", updated), order("2", "NEW", updated)),
                                List.of(new Mention.Exists("known")),
                                List.of(),
                                List.of(new Unreadable("{}", "no number")),
                                PageToken.of("more"),
                                null)
                        : page(null, order("3", "NEW", updated)));
        PollReport report = fixture.run();

        assertThat(report.pages()).isEqualTo(2);
        assertThat(report.closedPages()).isEqualTo(2);
        assertThat(report.orders()).isEqualTo(4);
        assertThat(report.confirmed()).isEqualTo(3);
        Evidence evidence =
                fixture.store.closings(PollFixture.STREAM, "updated", 1).get(0).evidence();
        assertThat(evidence).isEqualTo(new Evidence(2, fixture.now(), fixture.now(), 2, 4, 3, 1));
    }

    /** One order that the service will not show says nothing of the service. */
    @Test
    void ordersThatTheServiceRefusesToShowDoNotFailTheStream() {
        fixture.store.queue(PollFixture.STREAM, List.of("1", "2", "3"), fixture.now());
        fixture.slicesInFlight = 1;
        service.answering = request -> request.slice() instanceof Slice.Order
                ? ScriptedService.fails(new RequestRejectedException("acme", "read", 400, null, "bad number"))
                : pages(page(null));
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(report.failed()).isEqualTo(3);
    }

    /** R8: a window that the service answers badly for says nothing of the others. */
    @ParameterizedTest
    @MethodSource
    void windowsThatCannotBeReadHoldUpNeitherLaterOnesNorOrdersThatAreDue(ApiException unreadable) {
        fixture.store.queue(PollFixture.STREAM, List.of("7"), fixture.now().minusSeconds(1));
        fixture.slicesInFlight = 1;
        service.planning = new WindowPlan(Duration.ofSeconds(602), Duration.ofSeconds(1))::plan;
        service.answering = request -> {
            int asked = service.requests.size();
            if (request.isFor("7")) {
                return pages(page(null, order("7", "NEW", fixture.now())));
            }
            return asked >= 3 && asked <= 5 ? ScriptedService.fails(unreadable) : pages(page(null));
        };
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.DONE);
        assertThat(report.planned()).isEqualTo(7);
        assertThat(report.failed()).isEqualTo(3);
        assertThat(report.openSlices()).hasSize(3).allMatch(why -> why.reason().contains("unreadable"));
        assertThat(fixture.route.story()).containsExactly("7 NEW 1");
        assertThat(fixture.coverage().covered().windows())
                .as("before and behind the gap")
                .hasSize(2);
    }

    static Stream<ApiException> windowsThatCannotBeReadHoldUpNeitherLaterOnesNorOrdersThatAreDue() {
        return Stream.of(
                new RequestRejectedException("acme", "read", 400, null, "unreadable"),
                new MalformedResponseException("acme", "read", 200, null, "unreadable"),
                new NotFoundException("acme", "read", 404, null, "unreadable"));
    }

    @ParameterizedTest
    @MethodSource
    void twoFailuresOfTheServiceAsAWholeInARowEndThePoll(ApiException down) {
        fixture.slicesInFlight = 1;
        service.planning = new WindowPlan(Duration.ofSeconds(602), Duration.ofSeconds(1))::plan;
        service.answering = request -> ScriptedService.fails(down);
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failure()).isSameAs(down);
        assertThat(service.requests).hasSize(2);
    }

    static Stream<ApiException> twoFailuresOfTheServiceAsAWholeInARowEndThePoll() {
        return Stream.of(
                new TransientApiException("acme", "read", 503, null, "down"),
                new RateLimitedException("acme", "read", 429, null, "too many", Duration.ofSeconds(1)));
    }

    @Test
    void aPollThatGetsNoPageAtAllHasFailed() {
        RequestRejectedException refused = new RequestRejectedException("acme", "read", 400, null, "refused");
        service.answering = request -> ScriptedService.fails(refused);
        PollReport report = fixture.run();
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failure()).isSameAs(refused);
        assertThat(report.pausedUntil()).isNotNull();
    }

    private static final class RefusingExecutor implements Timeline {
        private final Timeline timeline;
        boolean refuses;

        RefusingExecutor(Timeline timeline) {
            this.timeline = timeline;
        }

        @Override
        public Instant now() {
            return timeline.now();
        }

        @Override
        public long nanos() {
            return timeline.nanos();
        }

        @Override
        public Alarm after(Duration delay, Runnable step) {
            if (refuses) {
                throw new RejectedExecutionException("shut down");
            }
            return timeline.after(delay, step);
        }

        @Override
        public void execute(Runnable step) {
            if (refuses) {
                throw new RejectedExecutionException("shut down");
            }
            timeline.execute(step);
        }
    }
}
