/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.Digest;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.Status;
import io.postatus.core.state.LastKnown;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** R2, R3, R4 and R11, one observation at a time. */
class ChangeDetectorTest {
    private static final Instant UPDATED = Instant.parse("2026-03-02T10:00:00Z");

    private final ChangeDetector detector = new ChangeDetector(
            PollFixture.STREAM,
            summary -> "CLOSED".equals(summary.vendorStatus()) ? Status.COMPLETED : Status.OPEN,
            () -> null,
            Rule.ALL);

    /** Asked for and answered within the given second of epoch 1. */
    private static Observation seen(int second, Observed order) {
        return new Observation(order, new Mark(1, second * 10L), new Mark(1, second * 10L + 9), UPDATED);
    }

    private static Observed with(Observed order, int shapeVersion, Map<String, String> fields) {
        return new Observed(order.status(), shapeVersion, new TreeMap<>(fields));
    }

    private static Observed bare(Observed order) {
        PurchaseOrderStatus status = order.status();
        return new Observed(
                new PurchaseOrderStatus(
                        status.source(),
                        status.account(),
                        status.id(),
                        status.purchaseOrderNumber(),
                        null,
                        Status.UNKNOWN,
                        null,
                        null,
                        null,
                        null,
                        "{}"),
                1,
                new TreeMap<>());
    }

    private Finding.News news(OrderState known, int second, Observed order) {
        return (Finding.News) detector.weigh(known, seen(second, order));
    }

    private OrderState confirmed(int second, Observed order) {
        Finding.News news = news(OrderState.unknown("1"), second, order);
        return news.intended().confirmed(news.told(), null);
    }

    private static final Observed A = order("1", "A", UPDATED);
    private static final Observed B = order("1", "B", UPDATED);
    private static final Observed CLOSED = order("1", "CLOSED", UPDATED);

    @Test
    void anOrderThatNobodyKnowsIsFirstSeen() {
        Finding.News news = news(OrderState.unknown("1"), 1, A);
        assertThat(news.change().kind()).isEqualTo(ChangeKind.FIRST_SEEN);
        assertThat(news.change().sequence()).isEqualTo(1);
        assertThat(news.change().previous()).isNull();
        assertThat(news.change().changes()).isEmpty();
        assertThat(news.intended().intent().sequence()).isEqualTo(1);
    }

    @Test
    void theSameAgainIsNothing() {
        assertThat(detector.weigh(confirmed(1, A), seen(2, A))).isInstanceOf(Finding.Nothing.class);
    }

    @Test
    void aChangeSaysWhatItWasWhatItIsAndWhichFieldsDiffer() {
        Finding.News news = news(confirmed(1, A), 2, CLOSED);
        assertThat(news.change().kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(news.change().sequence()).isEqualTo(2);
        assertThat(news.change().previous().vendorStatus()).isEqualTo("A");
        assertThat(news.change().changes())
                .containsExactly(
                        new FieldChange("status", "open", "completed"), new FieldChange("vendorStatus", "A", "CLOSED"));
    }

    @Test
    void aFieldOfTheDocumentThatDiffersIsAChangeThoughItsOldTextIsNotKept() {
        OrderState known = confirmed(1, with(A, 1, Map.of("ship.to", "X", "note", "n")));
        Finding.News news = news(known, 2, with(A, 1, Map.of("ship.to", "Y", "note", "n", "new", "z")));
        assertThat(news.change().changes())
                .containsExactly(
                        new FieldChange("document.new", null, "z"), new FieldChange("document.ship.to", null, "Y"));
    }

    // ---- R2: the event's id --------------------------------------------------------------------------------------

    @Test
    void theSameIntentToldAgainIsTheSameEvent() {
        Finding.News first = news(OrderState.unknown("1"), 1, A);
        Finding.News again = news(first.intended(), 2, A);
        assertThat(again.change().eventId()).isEqualTo(first.change().eventId());
        assertThat(again.change().sequence()).isEqualTo(1);
    }

    @Test
    void aReturnToAnEarlierStateIsAnotherEvent() {
        OrderState a = confirmed(1, A);
        Finding.News b = news(a, 2, B);
        OrderState knownB = b.intended().confirmed(b.told(), null);
        Finding.News backToA = news(knownB, 3, A);
        assertThat(backToA.change().sequence()).isEqualTo(3);
        assertThat(backToA.change().eventId())
                .isNotEqualTo(news(OrderState.unknown("1"), 1, A).change().eventId());
    }

    @Test
    void anotherOrderIsAnotherEvent() {
        String two = news(OrderState.unknown("2"), 1, order("2", "A", UPDATED))
                .change()
                .eventId();
        assertThat(two)
                .isNotEqualTo(news(OrderState.unknown("1"), 1, A).change().eventId());
    }

    /** Sinks keep these ids: they outlive releases of ours. */
    @Test
    void anEventsIdIsMadeOfStreamOrderSequenceAndFingerprint() {
        Finding.News first = news(OrderState.unknown("1"), 1, A);
        assertThat(first.change().eventId())
                .isEqualTo(Digest.of("sim/acme/default\n1\n1\n" + first.told().fingerprint()));
    }

    @Test
    void theIdOfAReplayIsMadeOfItsRunToo() {
        Finding.News told = (Finding.News) detector.weigh(confirmed(1, A), seen(2, A), "run-7");
        assertThat(told.change().eventId())
                .isEqualTo(Digest.of("sim/acme/default\n1\n2\n" + told.told().fingerprint() + "\nrun-7"));
    }

    // ---- R3: open intents ----------------------------------------------------------------------------------------

    @Test
    void anOpenIntentIsToldAgainThoughTheOrderIsWhatWasLastKnown() {
        OrderState intended = news(confirmed(1, A), 2, B).intended();
        Finding.News back = news(intended, 3, A);
        assertThat(back.change().sequence()).isEqualTo(3);
        assertThat(back.change().changes())
                .as("nothing differs from what was confirmed")
                .isEmpty();
    }

    @Test
    void aParkedIntentIsQuietUntilTheOrderChanges() {
        OrderState parked = news(confirmed(1, A), 2, B).intended().parked();
        assertThat(detector.weigh(parked, seen(3, B))).isInstanceOf(Finding.Nothing.class);
        assertThat(news(parked, 3, A).change().sequence()).isEqualTo(3);
        assertThat(news(parked, 3, CLOSED).change().sequence()).isEqualTo(3);
    }

    // ---- R4: stale observations ----------------------------------------------------------------------------------

    @Test
    void whatWasAskedForBeforeTheLastNewsCameIsStaleIfItDiffers() {
        OrderState known = confirmed(2, A);
        assertThat(detector.weigh(known, seen(1, B))).isInstanceOf(Finding.Stale.class);
        assertThat(detector.weigh(known, seen(1, A))).isInstanceOf(Finding.Nothing.class);
    }

    @Test
    void whatWasAskedForBeforeTheOpenIntentWasSeenIsStaleToo() {
        OrderState intended = news(confirmed(1, A), 3, B).intended();
        assertThat(detector.weigh(intended, seen(2, CLOSED))).isInstanceOf(Finding.Stale.class);
        assertThat(detector.weigh(intended, seen(2, A))).isInstanceOf(Finding.Stale.class);
    }

    @Test
    void whatWasAskedForAtTheVeryMomentTheLastNewsCameIsStale() {
        Mark came = new Mark(1, 19);
        Observation atOnce = new Observation(B, came, new Mark(1, 20), UPDATED);
        assertThat(confirmed(1, A).lastKnown().received()).isEqualTo(came);
        assertThat(detector.weigh(confirmed(1, A), atOnce)).isInstanceOf(Finding.Stale.class);
    }

    @Test
    void anIntentSeenAgainCountsFromWhenItWasSeenLast() {
        OrderState intended = news(OrderState.unknown("1"), 1, A).intended();
        OrderState again = news(intended, 3, A).intended();
        assertThat(detector.weigh(again, seen(2, B))).isInstanceOf(Finding.Stale.class);
    }

    @Test
    void anEarlierEpochIsAlwaysBefore() {
        Observation later = new Observation(B, new Mark(2, 0), new Mark(2, 1), UPDATED);
        assertThat(detector.weigh(confirmed(9, A), later)).isInstanceOf(Finding.News.class);
    }

    @Test
    void anOlderLastUpdatedIsNeverTold() {
        assertThat(detector.weigh(confirmed(1, A), seen(2, order("1", "B", UPDATED.minusMillis(1)))))
                .isInstanceOf(Finding.Outdated.class);
        assertThat(detector.weigh(confirmed(1, A), seen(2, B))).isInstanceOf(Finding.News.class);
    }

    // ---- R11: absence is not change ------------------------------------------------------------------------------

    @Test
    void whatAnAnswerLeavesOutIsNoChange() {
        OrderState known = confirmed(1, with(A, 1, Map.of("note", "n")));
        assertThat(detector.weigh(known, seen(2, bare(A)))).isInstanceOf(Finding.Nothing.class);
    }

    @Test
    void theStatusIsJudgedByTheWordsOfTheWholeOrder() {
        OrderState known = confirmed(1, CLOSED);
        Observed note = with(bare(CLOSED), 1, Map.of("note", "n"));
        assertThat(news(known, 2, note).change().current().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void rulesOfAnotherVersionCompareWhatBothKnow() {
        OrderState known = confirmed(1, with(A, 1, Map.of("old", "x", "both", "y")));
        Observed renamed = with(A, 2, Map.of("new", "x", "both", "y"));
        assertThat(detector.weigh(known, seen(2, renamed)))
                .isInstanceOfSatisfying(Finding.TakeIn.class, finding -> assertThat(finding.taken()
                                .lastKnown()
                                .knowledge()
                                .fingerprint()
                                .version())
                        .isEqualTo(2));
        assertThat(news(known, 2, with(A, 2, Map.of("both", "z"))).change().changes())
                .isEqualTo(List.of(new FieldChange("document.both", null, "z")));
    }

    @Test
    void whatIsConfirmedSaysItselfWhetherTheOrderMayMoveOn() {
        assertThat(confirmed(1, A).open()).isTrue();
        assertThat(confirmed(1, CLOSED).open()).isFalse();
    }

    // ---- R12: pruned orders --------------------------------------------------------------------------------------

    @Test
    void aPrunedOrderIsQuietWhileItIsTheSameAndChangedOtherwise() {
        OrderState known = confirmed(1, CLOSED);
        LastKnown bare = new LastKnown(
                known.lastKnown().fingerprint(),
                null,
                UPDATED,
                known.lastKnown().received());
        OrderState pruned = new OrderState("1", known.sequence(), bare, null, false, null, null, null);
        assertThat(detector.weigh(pruned, seen(2, CLOSED))).isInstanceOf(Finding.Nothing.class);
        Finding.News reopened = news(pruned, 2, A);
        assertThat(reopened.change().kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(reopened.change().previous()).isNull();
    }
}
