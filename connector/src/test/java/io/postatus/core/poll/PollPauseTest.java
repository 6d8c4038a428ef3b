/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.postatus.core.poll.PollReport.Ended;
import io.postatus.core.state.Evidence;
import io.postatus.core.state.StateStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** R9: a stream pauses while its service or its route is down; one order that cannot be told is parked. */
class PollPauseTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;
    private final Instant updated = fixture.now();
    private int news;

    private void serviceIsDown() {
        service.answering = request -> ScriptedService.fails(new IllegalStateException("down"));
    }

    /** Order "bad" fails whenever it is told; with every request another order is new. */
    private void oneOrderFails() {
        service.answering = request -> pages(
                request.slice() instanceof Slice.Order
                        ? page(null, order("bad", "A", updated))
                        : page(null, order("bad", "A", updated), order("good" + news++, "A", updated)));
        route.answering = told -> told.ends(outcome(told));
    }

    private PollReport pollAfter(Duration pause) {
        fixture.virtual.advance(pause);
        service.requests.clear();
        route.told.clear();
        return fixture.run();
    }

    @Test
    void everyFailureDoublesThePauseUpToAQuarterOfAnHour() {
        serviceIsDown();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Instant until = fixture.run().pausedUntil();
            pauses.add(Duration.between(fixture.now(), until)
                    .plusSeconds(1)
                    .truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
            fixture.virtual.advance(Duration.between(fixture.now(), until));
        }
        assertThat(pauses).extracting(Duration::toMinutes).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
    }

    @Test
    void aPausedStreamIsLeftAloneUntilItsTime() {
        serviceIsDown();
        Instant until = fixture.run().pausedUntil();
        service.requests.clear();
        PollReport early = fixture.run();
        assertThat(early.ended()).isEqualTo(Ended.PAUSED);
        assertThat(early.pausedUntil()).isEqualTo(until);
        assertThat(service.requests).isEmpty();
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void whoStartsAPausedStreamIsNotKeptWaitingAndAnotherFailureCountsOn() {
        serviceIsDown();
        fixture.run();
        service.requests.clear();

        Poll restarted = fixture.poll();
        CompletionStage<PollReport> ending = restarted.startInSpiteOfPause();
        assertThat(fixture.end(restarted).ended()).isEqualTo(Ended.FAILED);
        assertThat(ending).isCompletedWithValue(restarted.progress());
        assertThat(service.requests).hasSize(1);
        assertThat(fixture.state().failures()).isEqualTo(2);
        assertThat(fixture.run().ended()).as("the next poll").isEqualTo(Ended.PAUSED);
    }

    @Test
    void aGoodPollEndsTheCount() {
        serviceIsDown();
        fixture.run();
        service.answering = request -> pages(page(null));
        assertThat(pollAfter(Duration.ofMinutes(1)).ended()).isEqualTo(Ended.DONE);
        assertThat(fixture.state().failures()).isZero();
        assertThat(fixture.state().pausedUntil()).isNull();
    }

    @Test
    void aStoppedPollLeavesThePauseAsItWas() {
        serviceIsDown();
        fixture.run();
        fixture.virtual.advance(Duration.ofMinutes(1));
        service.answering = ScriptedService.SILENT;
        Poll poll = fixture.started();
        poll.stop("the route stops");
        fixture.end(poll);
        assertThat(fixture.state().failures()).isEqualTo(1);
    }

    @Test
    void anOrderThatFailsFiveTimesOverAQuarterOfAnHourWhileOthersSucceedIsParked() {
        oneOrderFails();
        fixture.run();
        for (int i = 0; i < 3; i++) {
            pollAfter(Duration.ofMinutes(5));
        }
        assertThat(fixture.stored("bad").intent().parked())
                .as("after four tries")
                .isFalse();
        PollReport report = pollAfter(Duration.ofMinutes(5));
        assertThat(report.parked()).isEqualTo(1);
        assertThat(report.closed())
                .as("the slice does not wait for it any more")
                .isEqualTo(report.planned());
        Evidence evidence =
                fixture.store.closings(PollFixture.STREAM, "updated", 1).get(0).evidence();
        assertThat(evidence.told()).isEqualTo(1);
        assertThat(evidence.parked()).isEqualTo(1);
        assertThat(fixture.store.parked(PollFixture.STREAM)).singleElement().satisfies(parked -> {
            assertThat(parked.orderId()).isEqualTo("bad");
            assertThat(parked.tries()).isEqualTo(5);
            assertThat(parked.cause()).isEqualTo("no");
            assertThat(parked.document()).isEqualTo("{\"word\":\"A\"}");
        });
    }

    @Test
    void fiveTriesWithinAQuarterOfAnHourAreNotEnough() {
        oneOrderFails();
        fixture.run();
        for (int i = 0; i < 6; i++) {
            pollAfter(Duration.ofMinutes(1));
        }
        assertThat(fixture.stored("bad").intent().tries()).isEqualTo(7);
        assertThat(fixture.stored("bad").intent().parked()).isFalse();
    }

    @Test
    void anOutageParksNothingHoweverLongItLasts() {
        service.answering = request -> pages(page(null, order("1", "A", updated), order("2", "A", updated)));
        route.answering = ScriptedRoute.FAILS;
        fixture.run();
        for (int i = 0; i < 20; i++) {
            pollAfter(Duration.ofMinutes(20));
        }
        assertThat(fixture.store.parked(PollFixture.STREAM)).isEmpty();
        route.answering = ScriptedRoute.CONFIRMS;
        assertThat(pollAfter(Duration.ofMinutes(20)).confirmed()).isEqualTo(2);
    }

    private Teller.Outcome outcome(ScriptedRoute.Told told) {
        return told.number().equals("bad") ? Teller.Outcome.failed("no") : Teller.Outcome.CONFIRMED;
    }

    /** The one beside which it failed first proves nothing: what was confirmed since then does. */
    @Test
    void anOrderIsNotParkedWhileNoOtherSucceedsThoughOneDidAtFirst() {
        oneOrderFails();
        fixture.run();
        service.answering = request -> pages(page(null, order("bad", "A", updated)));
        for (int i = 0; i < 9; i++) {
            pollAfter(Duration.ofMinutes(5));
        }
        assertThat(fixture.stored("bad").intent().tries()).isEqualTo(10);
        assertThat(fixture.store.parked(PollFixture.STREAM)).isEmpty();
    }

    @Test
    void oneThatSucceedsInTheSamePollIsEnough() {
        anOrderIsNotParkedWhileNoOtherSucceedsThoughOneDidAtFirst();
        oneOrderFails();
        route.answering = told -> {
            told.receipt().taken();
            fixture.time.after(Duration.ofSeconds(told.number().equals("bad") ? 5 : 0), () -> told.receipt()
                    .completed(outcome(told)));
        };
        assertThat(pollAfter(Duration.ofMinutes(5)).parked()).isEqualTo(1);
    }

    private void park() {
        oneOrderFails();
        fixture.run();
        for (int i = 0; i < 4; i++) {
            pollAfter(Duration.ofMinutes(5));
        }
        assertThat(fixture.stored("bad").intent().parked()).isTrue();
    }

    @Test
    void aParkedOrderStaysQuietUntilItChanges() {
        park();
        pollAfter(Duration.ofMinutes(1));
        assertThat(route.story()).noneMatch(told -> told.startsWith("bad"));
        assertThat(service.asked()).noneMatch("order bad"::equals);

        service.answering = request -> pages(page(null, order("bad", "B", updated)));
        route.answering = ScriptedRoute.CONFIRMS;
        pollAfter(Duration.ofMinutes(1));
        assertThat(route.story()).containsExactly("bad B 2");
        assertThat(fixture.store.parked(PollFixture.STREAM)).as("superseded").isEmpty();
    }

    @Test
    void aParkedOrderThatIsMissingAndFoundAgainStaysParkedAndIsNotSought() {
        park();
        fixture.store.queue(PollFixture.STREAM, List.of("bad"), fixture.now());
        service.answering = request -> pages(page(null));
        pollAfter(Duration.ofMinutes(1));
        assertThat(fixture.stored("bad").missingSince()).isNotNull();
        oneOrderFails();
        pollAfter(Duration.ofHours(2));
        assertThat(fixture.stored("bad").missingSince()).isNull();
        assertThat(fixture.stored("bad").nextCheck()).isNull();
        assertThat(fixture.stored("bad").intent().parked()).isTrue();
    }

    /** Nobody looks into a table: who waits for the order must read why it does not come, and what makes it come. */
    @Test
    void aChangeThatIsGivenUpOnIsSaidOnceAndInFull() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Poll.class);
        logger.addAppender(log);
        try {
            park();
            pollAfter(Duration.ofMinutes(5));
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel() == Level.WARN)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("sim/acme/default", "order bad", "5 tries", "no", "told again when the order changes")
                .contains("its slice goes on without it")
                .doesNotContain("word");
    }

    @Test
    void whatTheStoreDidNotTakeAsGivenUpIsNotSaidToBe() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Poll.class);
        fixture.storeFailures.put("park", () -> new StateStoreException("the database is down"));
        logger.addAppender(log);
        try {
            oneOrderFails();
            fixture.run();
            for (int i = 0; i < 4; i++) {
                pollAfter(Duration.ofMinutes(5));
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains("given up"));
    }

    /** What waits behind a change that is parked is another version: it is told, and not forgotten with it. */
    @Test
    void whatWaitedBehindAChangeThatIsParkedIsToldInstead() {
        oneOrderFails();
        fixture.run();
        for (int i = 0; i < 3; i++) {
            pollAfter(Duration.ofMinutes(5));
        }
        service.answering = request -> {
            if (request.slice() instanceof Slice.Order) {
                return pages(page(null, order("bad", "B", updated)));
            }
            return request.token() == null
                    ? pages(page("more", order("good", "A", updated), order("bad", "A", updated)))
                    : pages(page(null, order("bad", "B", updated)));
        };
        route.answering = told -> {
            told.receipt().taken();
            boolean fails = told.change().current().vendorStatus().equals("A")
                    && told.number().equals("bad");
            fixture.time.after(Duration.ofSeconds(5), () -> told.receipt()
                    .completed(fails ? Teller.Outcome.failed("no") : Teller.Outcome.CONFIRMED));
        };
        PollReport report = pollAfter(Duration.ofMinutes(5));
        assertThat(route.story()).containsExactly("good A 1", "bad A 1", "bad B 2");
        assertThat(report.parked()).isEqualTo(1);
        assertThat(fixture.stored("bad").intent()).isNull();
        assertThat(report.failed()).isZero();
    }
}
