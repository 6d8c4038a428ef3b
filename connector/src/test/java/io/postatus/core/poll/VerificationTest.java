/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.ApiException;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Verification.Difference;
import io.postatus.core.poll.Verification.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a verification makes of every answer that it may get. Orders 1 and 2 were told as NEW. */
class VerificationTest {
    private final PollFixture fixture = new PollFixture();
    private final ScriptedService service = fixture.service;
    private final Instant updated = fixture.now();
    private final Observed one = order("1", "NEW", updated);
    private final Observed two = order("2", "NEW", updated);

    @BeforeEach
    void twoOrdersWereTold() {
        service.answering = request -> pages(page(null, one, two));
        fixture.run();
        fixture.virtual.advance(Duration.ofMinutes(1));
        service.requests.clear();
    }

    private CompletableFuture<Verification> verifying() {
        TimeWindow window = new TimeWindow(updated.minusSeconds(9), updated.plusSeconds(9));
        CompletableFuture<Verification> verifying =
                fixture.operations().verify(window).toCompletableFuture();
        fixture.settle();
        return verifying;
    }

    private Verification verify() {
        assertThat(verifying()).isCompleted();
        return verifying().join();
    }

    @Test
    void everyPageIsReadAndEveryOrderComparedOnce() {
        service.answering = request -> pages(request.token() == null ? page("more", one) : page(null, two, one));
        Verification verification = verify();
        assertThat(verification.pages()).isEqualTo(2);
        assertThat(verification.orders()).isEqualTo(2);
        assertThat(verification.same()).isEqualTo(2);
    }

    @Test
    void anOrderThatWasComparedIsNotReadByNumberAsWell() {
        verifying();
        assertThat(service.asked()).hasSize(1).noneMatch(slice -> slice.startsWith("order"));
    }

    @Test
    void whatIsOnlyMentionedIsReadByNumber() {
        Observed three = order("3", "NEW", updated);
        service.answering = request -> pages(
                request.isFor("3")
                        ? page(null, three)
                        : request.slice() instanceof Slice.Order
                                ? page(null, request.isFor("1") ? one : two)
                                : Page.ofMentions(List.of(new Mention.Exists("3")), List.of(), null, null));
        assertThat(verify().differences())
                .containsExactly(new Difference("3", Kind.NEVER_TOLD, null, "open", List.of()));
    }

    @Test
    void aDifferenceSaysWhatWasToldAndWhatIs() {
        service.answering = request -> pages(page(null, order("1", "CLOSED", updated.plusSeconds(1)), two));
        assertThat(verify().differences())
                .containsExactly(new Difference(
                        "1", Kind.DIFFERS, "open", "completed", List.of("lastUpdated", "status", "vendorStatus")));
    }

    /** Nothing is held of it beyond its fingerprint: that it differs can be said, not from what. */
    @Test
    void ofAnOrderWhoseSummaryIsForgottenOnlyWhatItIsCanBeSaid() {
        service.answering = request -> pages(page(null, order("1", "CLOSED", updated), two));
        fixture.run();
        fixture.virtual.advance(Duration.ofDays(31));
        service.answering = request -> pages(page(null));
        fixture.run();
        assertThat(fixture.stored("1").lastKnown().knowledge()).isNull();
        fixture.retention = Duration.ofDays(90);
        service.answering = request -> pages(page(null, one, two));
        assertThat(verify().differences()).containsExactly(new Difference("1", Kind.DIFFERS, null, "open", List.of()));
    }

    @Test
    void anEntryThatCannotBeReadIsADifference() {
        Unreadable entry = new Unreadable("{}", "no number");
        service.answering = request -> pages(new Page(List.of(one, two), List.of(entry), null, null));
        Verification verification = verify();
        assertThat(verification.different()).isEqualTo(1);
        assertThat(verification.differences())
                .containsExactly(new Difference(entry.name(), Kind.UNREADABLE, null, null, List.of()));
    }

    @Test
    void aChangeThatIsAboutToBeToldIsNoDifference() {
        Observed newer = order("1", "NEWER", updated.plusSeconds(1));
        service.answering = request -> pages(page(null, newer, two));
        fixture.route.answering = ScriptedRoute.FAILS;
        fixture.run();
        Verification verification = verify();
        assertThat(verification.underWay()).isEqualTo(1);
        assertThat(verification.same()).isEqualTo(1);
        assertThat(verification.differences()).isEmpty();
    }

    @Test
    void anOlderVersionThanWasToldIsToBeReadAgainAndNoDifference() {
        service.answering = request -> pages(page(null, order("1", "OLDER", updated.minusSeconds(1)), two));
        Verification verification = verify();
        assertThat(verification.underWay()).isEqualTo(1);
        assertThat(verification.differences()).isEmpty();
    }

    @Test
    void aChangeThatWasGivenUpOnIsADifference() {
        Observed newer = order("1", "CLOSED", updated.plusSeconds(1));
        fixture.route.answering =
                told -> told.ends(told.number().equals("1") ? Teller.Outcome.failed("no") : Teller.Outcome.CONFIRMED);
        for (int i = 0; i < 5; i++) {
            Observed news = order("news" + i, "NEW", updated);
            service.answering = request -> pages(page(null, newer, two, news));
            fixture.run();
            fixture.virtual.advance(Duration.ofMinutes(5));
        }
        service.answering = request -> pages(page(null, newer, two));
        assertThat(verify().differences())
                .containsExactly(new Difference("1", Kind.PARKED, "open", "completed", List.of()));
    }

    @Test
    void allDifferencesAreCountedAndAThousandNamed() {
        Observed[] many = IntStream.range(0, 1001)
                .mapToObj(i -> order("never" + i, "NEW", updated))
                .toArray(Observed[]::new);
        service.answering = request -> pages(
                request.slice() instanceof Slice.Order asked
                        ? page(null, order(asked.orderId(), "NEW", updated))
                        : page(null, many));
        Verification verification = verify();
        assertThat(verification.different()).isEqualTo(1001);
        assertThat(verification.differences()).hasSize(1000);
    }

    static List<Arguments> anOrderThatTheServiceDoesNotShowIsADifference() {
        return List.of(
                Arguments.of(new NotFoundException("acme", "read", 404, null, "unknown"), Kind.NOT_FOUND),
                Arguments.of(new RequestRejectedException("acme", "read", 400, null, "no"), Kind.UNREADABLE),
                Arguments.of(new MalformedResponseException("acme", "read", 200, null, "odd"), Kind.UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource
    void anOrderThatTheServiceDoesNotShowIsADifference(ApiException answer, Kind kind) {
        service.answering = request -> request.isFor("1") ? ScriptedService.fails(answer) : pages(page(null, two));
        Verification verification = verify();
        assertThat(verification.differences()).containsExactly(new Difference("1", kind, "open", null, List.of()));
        assertThat(verification.same()).isEqualTo(1);
    }

    @Test
    void aServiceThatIsDownEndsTheVerificationWhateverItWasAskedFor() {
        service.answering = request -> ScriptedService.unavailable();
        assertThat(verifying()).isCompletedExceptionally();
        service.answering = request ->
                request.slice() instanceof Slice.Order ? ScriptedService.unavailable() : pages(page(null, two));
        assertThat(verifying()).isCompletedExceptionally();
    }

    /** A window is not one order: nothing is known of what else it would have shown. */
    @Test
    void aWindowThatIsRefusedEndsTheVerification() {
        service.answering = request -> request.slice() instanceof Slice.Order
                ? pages(page(null))
                : ScriptedService.fails(new RequestRejectedException("acme", "read", 400, null, "no"));
        assertThat(verifying()).isCompletedExceptionally();
    }
}
