/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.Intervals;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Backfill;
import io.postatus.core.state.Lease;
import io.postatus.core.state.Queued;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a person can ask of a stream. */
class StreamOperationsTest {
    private final PollFixture fixture = new PollFixture();
    private final StreamOperations operations = fixture.operations();
    private final Instant updated = fixture.now().minusSeconds(600);

    /** The service shows these orders, in windows and by number. */
    private void shows(Observed... orders) {
        fixture.service.answering = request -> {
            if (!(request.slice() instanceof Slice.Order one)) {
                return pages(page(null, orders));
            }
            return Arrays.stream(orders)
                    .filter(order -> order.status().id().equals(one.orderId()))
                    .findFirst()
                    .map(order -> pages(page(null, order)))
                    .orElseGet(
                            () -> ScriptedService.fails(new NotFoundException("acme", "read", 404, null, "unknown")));
        };
    }

    private void polls() {
        fixture.nextInterval();
        assertThat(fixture.run().ended()).isEqualTo(PollReport.Ended.DONE);
    }

    private PurchaseOrderChange last() {
        return fixture.route.last().change();
    }

    @Test
    void aReplayedOrderIsToldOnceMoreAndMarked() {
        shows(order("1", "A", updated), order("2", "A", updated));
        polls();
        PurchaseOrderChange first = fixture.route.told.get(0).change();

        operations.replay(List.of("1"), "run-7");
        polls();
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "2 A 1", "1 A 2");
        assertThat(last().kind()).isEqualTo(ChangeKind.REPLAYED);
        assertThat(last().replay()).isEqualTo("run-7");
        assertThat(last().changes()).isEmpty();
        assertThat(last().previous()).isEqualTo(first.current().summary());
        assertThat(last().eventId()).isNotEqualTo(first.eventId());
    }

    @Test
    void aReplayThatCrashedIsToldAgainWithTheSameEventId() {
        shows(order("1", "A", updated));
        polls();
        operations.replay(List.of("1"), "run-7");
        fixture.route.answering = ScriptedRoute.FAILS;
        polls();
        String id = last().eventId();

        fixture.route.answering = ScriptedRoute.CONFIRMS;
        polls();
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 A 2", "1 A 2");
        assertThat(last().eventId()).isEqualTo(id);
        assertThat(last().kind()).isEqualTo(ChangeKind.REPLAYED);
    }

    /** It would be dequeued with the reading that was under way when it was asked for. */
    @Test
    void aReplayThatIsAskedForWhileItsOrderIsReadIsNotLost() {
        shows(order("1", "A", updated));
        polls();
        fixture.service.answering = request -> {
            if (!(request.slice() instanceof Slice.Order)) {
                return pages(page(null));
            }
            operations.replay(List.of("1"), "run");
            return pages(page(null, order("1", "A", updated)));
        };
        fixture.store.queue(PollFixture.STREAM, List.of("1"), fixture.now().minusSeconds(9));
        polls();
        shows(order("1", "A", updated));
        polls();
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 A 2");
    }

    /** With {@code prime} it was taken in silently: what the route hears now is the first of it. */
    @Test
    void anOrderThatWasNeverToldIsReplayedAsFirstSeen() {
        fixture.initialState = InitialState.prime;
        shows(order("1", "A", updated));
        polls();
        assertThat(fixture.route.story()).isEmpty();

        operations.replay(List.of("1"), "run-7");
        fixture.route.answering = ScriptedRoute.FAILS;
        polls();
        String id = last().eventId();
        fixture.route.answering = ScriptedRoute.CONFIRMS;
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 A 1");
        assertThat(last().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
        assertThat(last().previous()).isNull();
        assertThat(last().replay()).isNull();
        assertThat(last().eventId()).isEqualTo(id);
    }

    @Test
    void whatWasNeverToldIsNotAmongWhatWasToldInAWindow() {
        fixture.initialState = InitialState.prime;
        Instant from = fixture.now();
        shows(order("1", "A", updated));
        polls();

        assertThat(operations.replay(new TimeWindow(from, fixture.now().plusSeconds(1)), "run"))
                .isZero();
    }

    @Test
    void aReplayThatTheServiceRefusesIsLeftOutAndTheOthersAreNot() {
        shows(order("1", "A", updated));
        polls();
        operations.replay(List.of("1", "odd"), "run");
        fixture.service.answering = request -> request.isFor("odd")
                ? ScriptedService.fails(new RequestRejectedException("acme", "read", 400, null, "no number"))
                : pages(page(null, order("1", "A", updated)));
        polls();
        fixture.service.requests.clear();
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 A 2");
        assertThat(operations.coverage(null).replays()).isEmpty();
        assertThat(fixture.service.asked()).noneMatch(asked -> asked.contains("odd"));
    }

    /** Seeds 273 and 1716 of the simulation. */
    @Test
    void anOrderThatIsDueAndShowsUpByItselfKeepsNoReplayBack() {
        shows(order("1", "A", updated), order("2", "A", updated));
        polls();
        fixture.store.queue(PollFixture.STREAM, List.of("1"), fixture.now());
        operations.replay(List.of("2"), "run");
        fixture.service.answering = request -> request.isFor("2")
                ? pages(page(null, order("2", "A", updated)))
                : pages(page(null, order("1", "B", updated.plusSeconds(1))));
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "2 A 1", "1 B 2", "2 A 2");
    }

    @Test
    void manyReplaysMakeWayForTheNextPoll() {
        polls();
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "old" + i).toList();
        operations.replay(ids, "run");
        fixture.service.answering = request -> fixture.service.after(Duration.ofSeconds(10), page(null));
        polls();
        int left = operations.coverage(null).replays().size();
        polls();

        assertThat(left).as("some, but not all").isBetween(40, 80);
        assertThat(operations.coverage(null).replays()).hasSizeLessThan(left);
    }

    @Test
    void anIdThatCannotBeAnOrdersIsRefusedAndNothingIsReplayed() {
        shows(order("1", "A", updated));
        polls();

        assertThatThrownBy(() -> operations.replay(List.of("1", " "), "run")).hasMessageContaining("blank");
        assertThat(operations.replay(List.of(" 1 ", "1"), "run")).isEqualTo(1);
        polls();
        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 A 2");
    }

    /** The route stops, or the lease runs out, while the order waits for its turn in the rate budget. */
    @Test
    void aReplayThatIsNotSentAnyMoreIsNotARefusedOne() {
        shows(order("1", "A", updated));
        polls();
        operations.replay(List.of("1"), "run");
        fixture.service.answering = request -> request.isFor("1")
                ? ScriptedService.fails(new RequestWithdrawnException("the route is suspended"))
                : pages(page(null));
        polls();

        assertThat(fixture.store.replays(PollFixture.STREAM, 9))
                .extracting(Queued::orderId)
                .containsExactly("1");
    }

    @Test
    void anOrderThatIsRefusedGoesToTheEndOfTheQueue() {
        polls();
        fixture.store.queue(PollFixture.STREAM, List.of("odd"), fixture.now().minusSeconds(9));
        fixture.store.queue(PollFixture.STREAM, List.of("good"), fixture.now());
        fixture.service.answering = request ->
                request.isFor("odd") ? ScriptedService.fails(new IllegalArgumentException("no id")) : pages(page(null));
        fixture.nextInterval();
        Instant asked = fixture.now();
        fixture.run();

        assertThat(fixture.store.queued(PollFixture.STREAM, List.of("odd")))
                .singleElement()
                .satisfies(odd -> assertThat(odd.since()).isAfterOrEqualTo(asked));
    }

    @Test
    void aReplayIsOverOnceTheServiceDoesNotKnowTheOrder() {
        shows(order("1", "A", updated));
        polls();
        operations.replay(List.of("1"), "run");
        assertThat(operations.coverage(null).replays()).containsExactly(new Queued("1", fixture.now(), "run"));
        shows();
        polls();

        assertThat(operations.coverage(null).replays()).isEmpty();
    }

    /** Such an answer tells nothing, by number as little as in a window. */
    @Test
    void aReplayOutlivesAnAnswerThatIsTooOld() {
        shows(order("1", "B", updated));
        polls();
        operations.replay(List.of("1"), "run");
        shows(order("1", "A", updated.minusSeconds(60)));
        polls();
        assertThat(fixture.route.story()).containsExactly("1 B 1");

        shows(order("1", "B", updated));
        polls();
        assertThat(fixture.route.story()).containsExactly("1 B 1", "1 B 2");
        assertThat(last().replay()).isEqualTo("run");
    }

    @Test
    void primedHistoryIsToldIfSomebodyAsksForIt() {
        fixture.initialState = InitialState.prime;
        polls();
        shows(order("1", "A", updated));
        operations.replay(List.of("1"), "run");
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1");
    }

    @Test
    void anOrderThatChangedMeanwhileIsNewsAndNoReplay() {
        shows(order("1", "A", updated));
        polls();
        operations.replay(List.of("1"), "run-7");
        shows(order("1", "B", updated.plusSeconds(1)));
        polls();
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 B 2");
        assertThat(last().kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(last().replay()).isNull();
    }

    @Test
    void anIntervalIsReplayedByWhenItsOrdersWereTold() {
        shows(order("1", "A", updated));
        polls();
        Instant between = fixture.now().plusSeconds(1);
        fixture.nextInterval();
        shows(order("1", "A", updated), order("2", "A", updated));
        polls();

        int replayed = operations.replay(new TimeWindow(between, fixture.now().plusSeconds(1)), "run");
        polls();

        assertThat(replayed).isEqualTo(1);
        assertThat(fixture.route.story()).containsExactly("1 A 1", "2 A 1", "2 A 2");
    }

    @Test
    void aClockOfTheServiceThatIsBehindRepeatsNoReplay() {
        shows(order("1", "A", updated));
        polls();
        operations.replay(List.of("1"), "run");
        fixture.service.answering = request -> pages(new Page(
                List.of(order("1", "A", updated)),
                List.of(),
                null,
                fixture.now().minusSeconds(3600)));
        polls();
        polls();
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 A 2");
    }

    @Test
    void whatIsParkedIsTriedAgainWithItsOwnEventIdAndLeavesTheListOnceItIsConfirmed() {
        shows(order("1", "A", updated), order("2", "A", updated));
        parkOrderOne();
        String id = fixture.route.told.get(0).change().eventId();
        polls();
        assertThat(fixture.route.story().subList(4, 6)).doesNotContain("1 A 2");

        assertThat(operations.replayParked("run")).isEqualTo(1);
        fixture.route.answering = ScriptedRoute.CONFIRMS;
        polls();

        assertThat(operations.parked()).isEmpty();
        assertThat(last().eventId()).isEqualTo(id);
        assertThat(last().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
    }

    /** Five tries over more than a quarter of an hour, while order 2 changes and is told each time. */
    private void parkOrderOne() {
        fixture.route.answering = told ->
                told.ends(told.number().equals("1") ? Teller.Outcome.failed("no room") : Teller.Outcome.CONFIRMED);
        for (int i = 0; i < 6; i++) {
            shows(order("1", "A", updated), order("2", "A" + i, updated.plusSeconds(i)));
            polls();
            fixture.virtual.advance(Duration.ofMinutes(5));
        }
        assertThat(operations.parked()).extracting("orderId").containsExactly("1");
        assertThat(operations.parked().get(0).document()).contains("word");
    }

    @Test
    void whatCannotBeReadStaysOnTheListUntilSomebodyTakesItOff() {
        fixture.service.answering =
                request -> pages(new Page(List.of(), List.of(new Unreadable("{}", "it has no number")), null, null));
        polls();
        String name = operations.parked().get(0).orderId();

        assertThat(operations.replayParked("run")).isZero();
        assertThat(operations.dismiss("another")).isFalse();
        assertThat(operations.dismiss(name)).isTrue();
        assertThat(operations.parked()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadAndCanBeByNowIsToldByItsOrder() {
        fixture.service.answering =
                request -> pages(new Page(List.of(), List.of(new Unreadable("{}", "it has no number")), null, null));
        polls();
        shows(order("1", "A", updated));
        fixture.decoder = document -> order("1", "A", updated);

        assertThat(fixture.operations().replayParked("run")).isEqualTo(1);
        assertThat(operations.parked()).isEmpty();
        polls();
        assertThat(fixture.route.story()).containsExactly("1 A 1");
        assertThat(last().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
    }

    @Test
    void aBackfillIsReadInGrowingPiecesAfterWhatIsLiveAndCredited() {
        polls();
        TimeWindow range = new TimeWindow(day(-4), day(-2));
        assertThat(operations.backfill(range)).isEqualTo(new Backfill(range, fixture.now()));
        fixture.service.requests.clear();
        polls();

        assertThat(fixture.service.asked()).hasSize(7).endsWith(pieces(-4, 1, 2, 4, 8, 16, 17));
        assertThat(fixture.coverage().covered().gaps(range)).isEmpty();
        fixture.service.requests.clear();
        polls();
        assertThat(fixture.service.asked()).hasSize(1);
    }

    @Test
    void aBackfillMakesWayForTheNextPollAndGoesOnAfterIt() {
        polls();
        TimeWindow range = new TimeWindow(day(-10), day(-5));
        operations.backfill(range);
        fixture.service.answering = request -> fixture.service.after(Duration.ofSeconds(10), page(null));
        fixture.service.requests.clear();
        polls();

        assertThat(fixture.service.asked()).as("in less than an interval").endsWith(pieces(-10, 1, 2, 4, 4, 4));
        polls();
        assertThat(operations.coverage(null).backfills().get(0).read(fixture.coverage()))
                .isEqualTo(Duration.ofHours(30));
    }

    @Test
    void aBackfillWhosePiecesTakeLongIsReadInHoursOneAPollAndFromBothEnds() {
        polls();
        operations.backfill(new TimeWindow(day(-10), day(-5)));
        fixture.service.answering = request -> fixture.service.after(Duration.ofSeconds(40), page(null));
        fixture.service.requests.clear();
        polls();
        polls();

        assertThat(fixture.service.asked())
                .hasSize(4)
                .contains(pieces(-10, 1))
                .contains(pieces(day(-5).minus(Duration.ofHours(1)), 1));
    }

    @Test
    void anAnswerThatShowsAWholeDayIsAskedForOnce() {
        fixture.service.grain = ChronoUnit.DAYS;
        polls();
        Instant noon = day(-4).plus(Duration.ofHours(12));
        operations.backfill(new TimeWindow(noon, noon.plus(Duration.ofDays(2))));
        fixture.service.requests.clear();
        polls();

        assertThat(fixture.service.asked()).hasSize(4).endsWith(pieces(noon, 12, 24, 12));
    }

    @Test
    void rangesThatOverlapAreReadOnceTheOldestFirst() {
        polls();
        operations.backfill(new TimeWindow(day(-2), day(-2).plus(Duration.ofHours(2))));
        operations.backfill(new TimeWindow(day(-2).minus(Duration.ofHours(1)), day(-2).plus(Duration.ofHours(1))));
        fixture.service.requests.clear();
        polls();

        assertThat(fixture.service.asked()).hasSize(3).endsWith(pieces(day(-2).minus(Duration.ofHours(1)), 1, 2));
    }

    @Test
    void aPieceThatFailedEndsTheTurnAndTheNextBeginsAtTheOtherEnd() {
        polls();
        TimeWindow range = new TimeWindow(day(-4), day(-3));
        operations.backfill(range);
        String second = pieces(-4, 1, 2)[1];
        fixture.service.answering =
                request -> request.slice().name().equals(second) ? ScriptedService.unavailable() : pages(page(null));
        fixture.service.requests.clear();
        polls();
        assertThat(fixture.service.asked()).hasSize(3).endsWith(pieces(-4, 1, 2));
        fixture.service.requests.clear();
        polls();

        assertThat(fixture.service.asked().get(1)).isEqualTo(pieces(day(-3).minus(Duration.ofHours(1)), 1)[0]);
        assertThat(fixture.coverage().covered().gaps(range)).isEmpty();
    }

    @Test
    void aBackfillThatAlwaysFailsKeepsNothingWaitingThatIsLive() {
        polls();
        operations.backfill(new TimeWindow(day(-4), day(-2)));
        fixture.service.answering = request ->
                ((Slice.Window) request.slice()).asked().to().isBefore(day(-1))
                        ? ScriptedService.unavailable()
                        : pages(page(null));
        fixture.service.requests.clear();
        for (int poll = 0; poll < 4; poll++) {
            polls();
        }

        assertThat(fixture.service.requests).as("one of each, each time").hasSize(8);
    }

    @Test
    void aRangeThatAgesBeforeItIsReadIsLostAndNotAGapForEver() {
        polls();
        TimeWindow range = new TimeWindow(day(-29), day(-28));
        operations.backfill(range);
        fixture.virtual.advance(Duration.ofDays(5));
        fixture.run();

        assertThat(fixture.store.closings(PollFixture.STREAM, "updated", 99)).anySatisfy(closing -> {
            assertThat(closing.lost()).isTrue();
            assertThat(closing.window()).isEqualTo(range);
        });
        assertThat(operations.coverage(null).gaps())
                .noneMatch(gap -> gap.window().equals(range));
    }

    @Test
    void aRangeThatTheServiceCannotShowIsRefused() {
        polls();
        assertThatThrownBy(() -> operations.backfill(new TimeWindow(day(-31), day(-2))))
                .hasMessageContainingAll("sim/acme/default", "30 days");
        fixture.retention = null;
        assertThatThrownBy(() -> fixture.operations().backfill(new TimeWindow(day(-3), day(-2))))
                .hasMessageContaining("cannot be asked");
    }

    private Instant day(int days) {
        return Instant.EPOCH
                .plus(Duration.between(Instant.EPOCH, fixture.virtual.now()).truncatedTo(ChronoUnit.DAYS))
                .plus(Duration.ofDays(days));
    }

    /** How windows of so many hours are asked for, one after the other. */
    private String[] pieces(int day, int... hours) {
        return pieces(day(day), hours);
    }

    private static String[] pieces(Instant start, int... hours) {
        List<String> pieces = new ArrayList<>();
        Instant from = start;
        for (int length : hours) {
            Instant to = from.plus(Duration.ofHours(length));
            pieces.add(new TimeWindow(from.minusSeconds(1), to.plusSeconds(1)).toString());
            from = to;
        }
        return pieces.toArray(String[]::new);
    }

    @Test
    void coveredAndGapsLeaveOutNoInstant() {
        polls();
        fixture.virtual.advance(Duration.ofHours(2));
        fixture.service.answering = request -> ScriptedService.unavailable();
        fixture.nextInterval();
        PollReport failed = fixture.run();

        CoverageReport report = operations.coverage(failed);

        Intervals all = report.state().coverage().covered();
        for (CoverageReport.Gap gap : report.gaps()) {
            all = all.plus(gap.window());
        }
        assertThat(all.gaps(new TimeWindow(report.state().startFrom(), report.at())))
                .isEmpty();
        assertThat(report.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).contains("the service is down");
            assertThat(gap.nextTry()).isEqualTo(failed.pausedUntil());
        });
        assertThat(report.covered()).isNotEmpty();
        assertThat(CoverageLines.of(report).lines())
                .anyMatch(line -> line.startsWith("{\"type\":\"stream\",\"stream\":\"sim/acme/default\""))
                .anyMatch(line -> line.startsWith("{\"type\":\"gap\"") && line.contains("the service is down"))
                .anyMatch(line -> line.startsWith("{\"type\":\"covered\"") && line.contains("\"pages\":1"));
    }

    /** Each for its own reason: what another slice or an order failed with says nothing of it. */
    @Test
    void aGapSaysWhyItsOwnSliceStayedOpen() {
        polls();
        operations.backfill(new TimeWindow(day(-4), day(-4).plus(Duration.ofHours(3))));
        List<String> refused = List.of("order odd", pieces(-4, 1)[0]);
        fixture.store.queue(PollFixture.STREAM, List.of("odd"), fixture.now());
        fixture.service.answering = request -> {
            String name = request.slice().name();
            return refused.contains(name)
                    ? ScriptedService.fails(new RequestRejectedException("acme", "read", 400, null, "refused " + name))
                    : pages(page(null));
        };
        fixture.nextInterval();
        PollReport report = fixture.run();
        assertThat(report.failed()).isEqualTo(2);

        List<CoverageReport.Gap> gaps = operations.gaps(fixture.state(), report);
        assertThat(gaps).isEqualTo(operations.coverage(report).gaps());
        assertThat(gaps)
                .extracting(gap -> gap.window().from())
                .containsExactly(day(-4), newest(gaps).from());
        assertThat(gaps.get(0).reason()).contains("refused " + refused.get(1));
        assertThat(gaps.get(1).reason()).contains("the newest");
        assertThat(operations.gaps(fixture.state(), null).get(0).reason()).isEqualTo("not read yet");
    }

    private static TimeWindow newest(List<CoverageReport.Gap> gaps) {
        return gaps.get(gaps.size() - 1).window();
    }

    /** This process may know nothing of the last poll, which another one had. */
    @Test
    void aGapOfAPausedStreamSaysWhyItIsPausedAndUntilWhen() {
        polls();
        fixture.service.answering = request -> ScriptedService.fails(new IllegalStateException("a bug"));
        fixture.nextInterval();
        PollReport failed = fixture.run();

        assertThat(operations.gaps(fixture.state(), null)).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo("a bug");
            assertThat(gap.nextTry()).isEqualTo(failed.pausedUntil());
        });
    }

    @Test
    void theNewestStretchIsAGapThatSaysSo() {
        polls();

        assertThat(operations.coverage(null).gaps()).singleElement().satisfies(gap -> assertThat(gap.reason())
                .contains("PT30S"));
    }

    @Test
    void aVerificationSaysWhatDiffersAndChangesNothing() {
        shows(order("1", "A", updated), order("2", "A", updated));
        polls();
        shows(order("1", "A", updated), order("2", "B", updated.plusSeconds(1)), order("3", "A", updated));
        int told = fixture.route.told.size();
        var known = fixture.state();

        Verification verification = verify();

        assertThat(verification.orders()).isEqualTo(3);
        assertThat(verification.same()).isEqualTo(1);
        assertThat(verification.differences())
                .extracting(Verification.Difference::orderId, Verification.Difference::kind)
                .containsExactly(tuple("2", Verification.Kind.DIFFERS), tuple("3", Verification.Kind.NEVER_TOLD));
        assertThat(verification.differences().get(0).fields()).contains("vendorStatus");
        assertThat(fixture.route.told).hasSize(told);
        assertThat(fixture.state()).isEqualTo(known);
        assertThat(fixture.stored("3")).isNull();
    }

    /** The answer shows the order as it was when it was asked for; nothing in it says that it is old. */
    @Test
    void whatIsToldWhileItIsVerifiedIsNoDifference() {
        Observed before = order("1", "A", null);
        Observed after = order("1", "B", null);
        shows(before);
        polls();
        fixture.service.answering = request -> {
            if (request.slice() instanceof Slice.Order) {
                return pages(page(null, after));
            }
            shows(after);
            polls();
            return pages(page(null, before));
        };

        Verification verification = verify();

        assertThat(verification.same()).isEqualTo(1);
        assertThat(verification.differences()).isEmpty();
    }

    @Test
    void anOrderThatCannotBeReadDoesNotEndTheVerification() {
        shows(order("1", "A", updated), order("2", "A", updated));
        polls();
        fixture.service.ranges = false;
        fixture.service.answering = request -> request.isFor("1")
                ? ScriptedService.fails(new IllegalArgumentException("no order"))
                : pages(page(null, order("2", "A", updated)));

        Verification verification = verify();

        assertThat(verification.same()).isEqualTo(1);
        assertThat(verification.differences())
                .extracting(Verification.Difference::orderId, Verification.Difference::kind)
                .containsExactly(tuple("1", Verification.Kind.UNREADABLE));
    }

    @Test
    void aRangeThatIsGoneOrStillToComeIsNotSaidToBeTheSame() {
        polls();
        assertThatThrownBy(() -> operations.verify(new TimeWindow(day(-31), day(-2))))
                .hasMessageContainingAll("verified", "30 days");
        assertThatThrownBy(() -> operations.verify(new TimeWindow(day(2), day(3))))
                .hasMessageContaining("future");
    }

    private Verification verify() {
        fixture.virtual.advance(Duration.ofSeconds(1));
        var verification = operations
                .verify(new TimeWindow(updated.minusSeconds(60), fixture.now().plusSeconds(1)))
                .toCompletableFuture();
        fixture.virtual.advance(Duration.ofSeconds(1));
        return verification.join();
    }

    @Test
    void whereTheServiceCannotBeAskedByTimeTheOrdersToldInTheRangeAreCompared() {
        shows(order("1", "A", updated), order("2", "A", updated));
        polls();
        fixture.service.ranges = false;
        shows(order("2", "A", updated));

        Verification verification = verify();

        assertThat(verification.same()).isEqualTo(1);
        assertThat(verification.differences())
                .extracting(Verification.Difference::orderId, Verification.Difference::kind)
                .containsExactly(tuple("1", Verification.Kind.NOT_FOUND));
    }

    @Test
    void aForgottenStreamIsToldAnewWithNewEventIds() {
        shows(order("1", "A", updated));
        polls();
        operations.forget("me");
        polls();

        assertThat(fixture.route.story()).containsExactly("1 A 1", "1 A 2");
        assertThat(last().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
    }

    @Test
    void aStreamThatNobodyPolledIsNobodysStream() {
        TimeWindow window = new TimeWindow(day(-4), day(-2));
        List<ThrowingCallable> questions = List.of(
                () -> operations.coverage(null),
                operations::parked,
                () -> operations.verify(window),
                () -> operations.replay(List.of("1"), "run"),
                () -> operations.backfill(window),
                () -> operations.forget("me"));
        assertThat(questions).allSatisfy(question -> assertThatThrownBy(question)
                .hasMessageContainingAll("sim/acme/default", "never polled", "stateStore"));
    }

    @Test
    void aStreamThatIsPolledIsNotForgotten() {
        polls();
        Lease lease = fixture.store
                .acquire(PollFixture.STREAM, "another", Duration.ofSeconds(30))
                .orElseThrow();

        assertThatThrownBy(() -> operations.forget("me"))
                .hasMessageContainingAll("sim/acme/default", "Stop or suspend");
        assertThat(fixture.state().startFrom()).isNotNull();
        fixture.store.release(lease);
    }
}
