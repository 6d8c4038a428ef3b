/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.poll.PollReport.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A poll can be stopped at any point of its life: nothing further is sent or told, and what was told is written down. */
class PollStoppingTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;

    @Test
    void beforeItIsStarted() {
        Poll poll = fixture.poll();
        poll.stop("the route stops");
        poll.start();
        fixture.settle();
        assertThat(poll.progress().ended()).isEqualTo(Ended.STOPPED);
        assertThat(service.requests).isEmpty();
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void beforeItsFirstStep() {
        Poll poll = fixture.poll();
        poll.start();
        poll.stop("the route stops");
        fixture.settle();
        assertThat(poll.progress().ended()).isEqualTo(Ended.STOPPED);
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void withoutWaitingForAnswersThatNobodyWants() {
        service.answering = ScriptedService.SILENT;
        service.planning = new WindowPlan(Duration.ofSeconds(602), Duration.ofSeconds(1))::plan;
        Poll poll = fixture.started();
        poll.stop("the route stops");
        fixture.settle();
        assertThat(poll.progress().ended()).isEqualTo(Ended.STOPPED);
        assertThat(poll.progress().openSlices())
                .as("asked for or not")
                .hasSize(poll.progress().planned())
                .allMatch(open -> open.reason().equals("the route stops"));
        assertThat(fixture.leaseIsFree()).isTrue();
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    /** It may still wait for its turn in the rate budget. */
    @Test
    void withoutSendingWhatWaitsForItsTurn() {
        route.answering = ScriptedRoute.BUSY;
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        service.answering = request ->
                service.requests.size() == 1 ? pages(page(null, order("1", "NEW", fixture.now()))) : request.answer();
        Poll poll = fixture.started();
        poll.stop("the route stops");
        fixture.settle();
        assertThat(poll.progress().ended()).as("while an exchange is under way").isNull();
        assertThatThrownBy(service.last().permission()::check).hasMessage("the route stops");
    }

    @Test
    void betweenTwoPages() {
        service.answering = request ->
                request.token() == null ? service.after(Duration.ofSeconds(1), page("more")) : pages(page(null));
        Poll poll = fixture.started();
        poll.stop("the route stops");
        assertThat(fixture.end(poll).ended()).isEqualTo(Ended.STOPPED);
        assertThat(service.requests).hasSize(1);
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    @Test
    void whileTheRouteIsBusyWhatItHasIsWrittenDownAndTheRestIsToldNextTime() {
        route.answering = ScriptedRoute.BUSY;
        Instant updated = fixture.now();
        service.answering = request -> pages(page(null, order("1", "NEW", updated), order("2", "NEW", updated)));
        Poll poll = fixture.started();
        poll.stop("the route stops");
        fixture.virtual.advance(Duration.ofMinutes(1));
        assertThat(poll.progress().ended()).as("while an exchange is under way").isNull();

        route.last().ends(Teller.Outcome.CONFIRMED);
        assertThat(fixture.end(poll).ended()).isEqualTo(Ended.STOPPED);
        assertThat(route.story()).containsExactly("1 NEW 1");
        assertThat(fixture.stored("1").intent()).isNull();
        assertThat(fixture.stored("2").hasOpenIntent()).isTrue();
        assertThat(fixture.coverage().covered().windows()).isEmpty();

        route.answering = ScriptedRoute.CONFIRMS;
        fixture.run();
        assertThat(route.story()).containsExactly("1 NEW 1", "2 NEW 1");
    }

    @Test
    void whileAConfirmationIsWritten() {
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        Poll poll = fixture.poll();
        fixture.beforeStore.put("save", () -> poll.stop("the route stops"));
        poll.start();
        fixture.settle();
        assertThat(fixture.end(poll).ended()).isIn(Ended.STOPPED, Ended.DONE);
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    @Test
    void twiceAndAfterItsEnd() {
        Poll poll = fixture.started();
        fixture.end(poll);
        poll.stop("once");
        poll.stop("twice");
        fixture.settle();
        assertThat(poll.progress().ended()).isEqualTo(Ended.DONE);
    }

    @Test
    void anAnswerThatComesAfterTheStopTellsNothing() {
        route.answering = ScriptedRoute.BUSY;
        service.answering = request ->
                service.requests.size() == 1 ? pages(page(null, order("1", "NEW", fixture.now()))) : request.answer();
        service.planning = new WindowPlan(Duration.ofSeconds(1902), Duration.ofSeconds(1))::plan;
        Poll poll = fixture.started();
        poll.stop("the route stops");
        fixture.settle();
        service.last().answer().complete(page(null, order("2", "NEW", fixture.now())));
        fixture.settle();
        route.last().ends(Teller.Outcome.CONFIRMED);
        assertThat(fixture.end(poll).ended()).isEqualTo(Ended.STOPPED);
        assertThat(route.story()).containsExactly("1 NEW 1");
    }

    /** What was read by number is still due if its change could not be told. */
    @Test
    void anOrderThatASweepAskedForStaysAskedFor() {
        fixture.store.queue(PollFixture.STREAM, List.of("7"), fixture.now().minusSeconds(1));
        route.answering = ScriptedRoute.BUSY;
        service.answering =
                request -> request.isFor("7") ? request.answer() : pages(page(null, order("1", "NEW", fixture.now())));
        Poll poll = fixture.started();
        route.last().ends(Teller.Outcome.CONFIRMED);
        fixture.virtual.advance(Duration.ofSeconds(2));
        assertThat(service.last().isFor("7")).isTrue();
        poll.stop("the route stops");
        fixture.settle();
        service.last().answer().complete(page(null, order("7", "NEW", fixture.now())));
        fixture.end(poll);

        assertThat(fixture.store.due(PollFixture.STREAM, fixture.now(), 10)).hasSize(1);
    }
}
