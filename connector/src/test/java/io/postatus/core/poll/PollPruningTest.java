/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.model.ChangeKind;
import io.postatus.core.poll.PollReport.Ended;
import io.postatus.core.state.StateStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R12: once a day what is not needed any more is forgotten, and nothing is first seen twice. Time begins at ten. */
class PollPruningTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;
    private final Instant updated = fixture.now();
    private int pruned;

    @BeforeEach
    void count() {
        fixture.retention = Duration.ofDays(90);
        fixture.shown = Duration.ofDays(90);
        fixture.beforeStore.put("prune", () -> pruned++);
    }

    private PollReport pollAfter(Duration pause) {
        fixture.virtual.advance(pause);
        return fixture.run();
    }

    @Test
    void everyDayOnce() {
        fixture.run();
        pollAfter(Duration.ofHours(13));
        assertThat(pruned)
                .as("the day of the first start, which has nothing to forget")
                .isZero();
        for (int hour = 0; hour < 24; hour++) {
            pollAfter(Duration.ofHours(1));
        }
        assertThat(pruned).isEqualTo(1);
        pollAfter(Duration.ofHours(2));
        assertThat(pruned).isEqualTo(2);
        pollAfter(Duration.ofDays(9));
        assertThat(pruned).isEqualTo(3);
    }

    /** A service's clock that is off moves the hour of the day, not the number of times. */
    @Test
    void everyDayOnceThoughTheClocksDiffer() {
        service.answering = request ->
                pages(new Page(List.of(), List.of(), null, fixture.now().minus(Duration.ofHours(3))));
        fixture.run();
        for (int hour = 0; hour < 48; hour++) {
            pollAfter(Duration.ofHours(1));
        }
        assertThat(pruned).isEqualTo(2);
    }

    /** What could not be read for days is read in the end, from poll to poll a day further: that is still one day. */
    @Test
    void onceADayThoughThePastIsCaughtUpWith() {
        fixture.run();
        fixture.virtual.advance(Duration.ofDays(5));
        service.planning = new WindowPlan(Duration.ofHours(24), Duration.ofSeconds(1))::plan;
        for (int day = 1; day <= 7; day++) {
            Instant readable = updated.plus(Duration.ofDays(day));
            service.answering = request ->
                    ((Slice.Window) request.slice()).asked().from().isBefore(readable.minus(Duration.ofDays(1)))
                            ? pages(page(null))
                            : ScriptedService.fails(new RequestRejectedException("acme", "read", 400, null, "no"));
            assertThat(pollAfter(Duration.ofMinutes(1)).ended()).isEqualTo(Ended.DONE);
        }
        assertThat(fixture.coverage().covered().windows()).hasSize(1);
        assertThat(pruned).isEqualTo(1);
    }

    @Test
    void aPollThatFailsForgetsNothing() {
        fixture.run();
        route.answering = ScriptedRoute.BUSY;
        service.answering = request -> pages(page(null, order("1", "NEW", fixture.now())));
        assertThat(pollAfter(Duration.ofDays(1)).ended()).isEqualTo(Ended.FAILED);
        assertThat(pruned).isZero();
    }

    @Test
    void aStoreThatCannotForgetFailsThePoll() {
        fixture.run();
        fixture.storeFailures.put("prune", () -> new StateStoreException("the database is down"));
        PollReport report = pollAfter(Duration.ofDays(1));
        assertThat(report.ended()).isEqualTo(Ended.FAILED);
        assertThat(report.failure()).hasMessage("the database is down");
        assertThat(fixture.leaseIsFree()).isTrue();
    }

    /** The order is told finished, then shown by number only. */
    private void finished(String word) {
        show("CLOSED");
        fixture.run();
        route.told.clear();
        service.answering = request -> pages(request.isFor("1") ? page(null, order("1", word, updated)) : page(null));
    }

    private void show(String word) {
        service.answering = request -> pages(page(null, order("1", word, updated)));
    }

    private void isReadByNumber() {
        fixture.store.queue(PollFixture.STREAM, List.of("1"), fixture.now());
        pollAfter(Duration.ofMinutes(1));
        assertThat(service.asked()).contains("order 1");
    }

    @Test
    void aFinishedOrderIsKnownInFullForAMonth() {
        finished("CLOSED");
        pollAfter(Duration.ofDays(30).minusMinutes(1));
        assertThat(fixture.stored("1").lastKnown().knowledge()).isNotNull();
        pollAfter(Duration.ofDays(1));
        assertThat(fixture.stored("1").lastKnown().knowledge()).isNull();
    }

    @Test
    void aPrunedOrderThatShowsUpUnchangedTellsNothing() {
        finished("CLOSED");
        pollAfter(Duration.ofDays(31));
        isReadByNumber();
        assertThat(fixture.stored("1").lastKnown().knowledge()).isNull();
        assertThat(route.told).isEmpty();
    }

    @Test
    void aPrunedOrderThatChangedIsToldAsChangedWithoutWhatItWas() {
        finished("REOPENED");
        pollAfter(Duration.ofDays(31));
        isReadByNumber();
        assertThat(route.story()).containsExactly("1 REOPENED 2");
        assertThat(route.last().change().kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(route.last().change().previous()).isNull();
    }

    @Test
    void anOrderIsForgottenOnlyAMonthAfterTheServiceCouldLastShowIt() {
        finished("REOPENED");
        pollAfter(Duration.ofDays(119));
        assertThat(fixture.stored("1")).isNotNull();
        pollAfter(Duration.ofDays(2));
        assertThat(fixture.stored("1")).isNull();
    }

    @Test
    void whatTheServiceShowsForEverIsNeverForgotten() {
        fixture.shown = null;
        assertThat(pruned).isZero();
        fixture.run();
        fixture.virtual.advance(Duration.ofDays(2));
        fixture.run();
        assertThat(pruned).isZero();
    }
}
