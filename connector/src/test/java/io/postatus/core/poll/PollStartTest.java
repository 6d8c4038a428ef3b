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
import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** R5, R6, R13 and R15: which time a stream reads, from its first start on, and what it makes of what is older. */
class PollStartTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final ScriptedRoute route = fixture.route;
    private final Instant start = fixture.now();

    private TimeWindow credited(int request) {
        return ((Slice.Window) service.requests.get(request).slice()).credited();
    }

    private PollReport pollAgainAfter(Duration pause) {
        fixture.virtual.advance(pause);
        service.requests.clear();
        route.told.clear();
        return fixture.run();
    }

    @Test
    void theFirstPollReadsFromTheStartUpToNow() {
        fixture.run();
        assertThat(credited(0)).isEqualTo(new TimeWindow(start.minus(Duration.ofHours(1)), start));
        assertThat(fixture.coverage().covered().windows())
                .as("credited up to the horizon")
                .containsExactly(new TimeWindow(start.minus(Duration.ofHours(1)), start.minusSeconds(30)));
        assertThat(fixture.coverage().settled().windows())
                .as("settled a lookback before the reading")
                .containsExactly(new TimeWindow(start.minus(Duration.ofHours(1)), start.minus(Duration.ofMinutes(5))));
    }

    @Test
    void theNextPollReadsWhatIsNotSettled() {
        fixture.run();
        pollAgainAfter(Duration.ofMinutes(10));
        assertThat(credited(0)).isEqualTo(new TimeWindow(start.minus(Duration.ofMinutes(5)), fixture.now()));
    }

    @Test
    void aWindowOfWhichNothingIsCreditedIsReadAndChangesNothingOfWhatIsToBeRead() {
        service.planning =
                request -> List.of(new Slice.Window(null, request.unsettled().get(0)));
        PollReport report = fixture.run();

        assertThat(report.closed()).isEqualTo(1);
        assertThat(fixture.coverage().covered().windows()).isEmpty();
    }

    @Test
    void withoutLookbackAndLagNothingIsReadTwice() {
        fixture.lookback = Duration.ZERO;
        fixture.safetyLag = Duration.ZERO;
        fixture.run();
        pollAgainAfter(Duration.ofMinutes(10));
        assertThat(credited(0)).isEqualTo(new TimeWindow(start, fixture.now()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "2030-01-01T00:00:00Z"})
    void whoeverStartsNowOrLaterReadsASecondSoThatBadCredentialsShow(String startFrom) {
        fixture.startFrom = StartFrom.parse(startFrom);
        fixture.run();
        assertThat(credited(0)).isEqualTo(new TimeWindow(start.minusSeconds(1), start));
    }

    /** Time goes on between the first start and its plan, and so does what the service shows. */
    @Test
    void aStartOlderThanTheServiceRemembersIsCutOnceInDaysAndNothingIsLost() {
        fixture.startFrom = StartFrom.parse("P90D");
        fixture.beforeStore.put("load", () -> fixture.virtual.advance(Duration.ofMillis(5)));
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Poll.class);
        logger.addAppender(log);
        try {
            fixture.run();
            pollAgainAfter(Duration.ofMinutes(10));
        } finally {
            logger.detachAppender(log);
        }
        Instant oldest = start.minus(Duration.ofDays(30)).plus(Duration.ofHours(1));
        assertThat(fixture.state().startFrom()).isBetween(oldest, oldest.plusSeconds(1));
        assertThat(fixture.store.closings(PollFixture.STREAM, "updated", 99)).noneMatch(closing -> closing.lost());
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .singleElement()
                .asString()
                .contains("first start, from " + fixture.state().startFrom())
                .contains("the service shows only the last 30 days");
    }

    @Test
    void theStartIsFixedOnceWhateverIsConfiguredLater() {
        fixture.run();
        fixture.startFrom = StartFrom.parse("P20D");
        pollAgainAfter(Duration.ofMinutes(1));
        assertThat(fixture.state().startFrom()).isEqualTo(start.minus(Duration.ofHours(1)));
    }

    // ---- lost gaps -----------------------------------------------------------------------------------------------

    @Test
    void aGapThatTheServiceCannotShowAnyMoreIsClosedAsLostOnce() {
        fixture.run();
        pollAgainAfter(Duration.ofDays(40));
        assertThat(fixture.store.closings(PollFixture.STREAM, "updated", 99).stream()
                        .filter(closing -> closing.lost())
                        .map(closing -> closing.window()))
                .containsExactly(new TimeWindow(start.minusSeconds(30), start.plus(Duration.ofDays(10))));
        assertThat(fixture.coverage().covered().windows()).hasSize(1);

        pollAgainAfter(Duration.ofMinutes(1));
        assertThat(fixture.store.closings(PollFixture.STREAM, "updated", 99).stream()
                        .filter(closing -> closing.lost()))
                .as("the gap has ended")
                .hasSize(1);
        assertThat(service.requests).hasSize(1);
    }

    // ---- prime or tell -------------------------------------------------------------------------------------------

    @Test
    void primedOrdersAreTakenInSilentlyAndTheirNextChangeSaysWhatTheyWere() {
        fixture.initialState = InitialState.prime;
        service.answering = request -> pages(page(null, order("1", "A", start.minusSeconds(60))));
        assertThat(fixture.run().told()).isZero();

        service.answering = request -> pages(page(null, order("1", "B", start.plusSeconds(60))));
        pollAgainAfter(Duration.ofMinutes(5));
        assertThat(route.story()).containsExactly("1 B 1");
        assertThat(route.last().change().kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(route.last().change().previous().vendorStatus()).isEqualTo("A");
    }

    @Test
    void whatChangedSinceTheStartIsToldThoughWePrime() {
        fixture.initialState = InitialState.prime;
        service.answering = request -> pages(page(
                null,
                order("before", "A", start.minusSeconds(1)),
                order("at", "A", start),
                order("unsaid", "A", null)));
        fixture.run();
        assertThat(route.story()).containsExactly("at A 1", "unsaid A 1");
    }

    @Test
    void anOrderTwiceInOnePageIsPrimedAndThenChanged() {
        fixture.initialState = InitialState.prime;
        service.answering = request -> service.after(
                Duration.ofSeconds(1),
                request.slice() instanceof Slice.Order
                        ? page(null, order("1", "B", start))
                        : page(null, order("1", "A", start.minusSeconds(60)), order("1", "B", start)));
        fixture.run();
        assertThat(route.last().change().kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(route.last().change().previous().vendorStatus()).isEqualTo("A");
    }

    // ---- clocks that differ --------------------------------------------------------------------------------------

    /** A service whose clock is off, and whose orders bear its own times. */
    private void clockIs(Duration ahead, Observed... orders) {
        service.answering = request ->
                pages(new Page(List.of(orders), List.of(), null, fixture.now().plus(ahead)));
    }

    @Test
    void whatIsCreditedLiesBeforeTheServicesClock() {
        clockIs(Duration.ofMinutes(-20));
        fixture.run();
        assertThat(fixture.coverage().covered().windows())
                .containsExactly(new TimeWindow(
                        start.minus(Duration.ofHours(1)),
                        start.minus(Duration.ofMinutes(20)).minusSeconds(30)));
    }

    @Test
    void whatIsCreditedLiesBeforeOurClockToo() {
        clockIs(Duration.ofHours(2));
        fixture.run();
        assertThat(fixture.coverage().covered().windows())
                .containsExactly(new TimeWindow(start.minus(Duration.ofHours(1)), start.minusSeconds(30)));
    }

    @Test
    void aServiceThatIsAheadIsReadUpToItsOwnNow() {
        clockIs(Duration.ofHours(1));
        fixture.run();
        pollAgainAfter(Duration.ofMinutes(1));
        assertThat(credited(0).to()).isEqualTo(fixture.now().plus(Duration.ofHours(1)));
    }

    /** With our clock an hour ahead, the first hour of changes bears times from before the start. */
    @Test
    void aServiceThatIsBehindIsReadFromTheStartByItsOwnClock() {
        fixture.startFrom = StartFrom.parse("now");
        clockIs(Duration.ofHours(-1));
        fixture.run();
        pollAgainAfter(Duration.ofMinutes(1));
        Instant startByTheService = start.minusSeconds(1).minus(Duration.ofHours(1));
        assertThat(credited(0))
                .isEqualTo(new TimeWindow(startByTheService, fixture.now().minus(Duration.ofHours(1))));
    }

    @Test
    void aChangeAfterTheStartIsNotPrimedThoughItsTimeLooksOlder() {
        fixture.initialState = InitialState.prime;
        Instant byTheService = start.minus(Duration.ofHours(1)).plusSeconds(5);
        clockIs(Duration.ofHours(-1), order("1", "A", byTheService));
        fixture.run();
        assertThat(route.story()).containsExactly("1 A 1");
    }
}
