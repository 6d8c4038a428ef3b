/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sweep that puts another stream right: it tells nothing, and has that stream's holder read what differs. */
class ReconciliationTest {
    private final PollFixture fixture = new PollFixture();
    private final Instant updated = fixture.now();
    private final Instant created = updated.minus(Duration.ofDays(2));
    private final TimeWindow window = new TimeWindow(created, updated);
    private final Reconciliation reconciliation =
            new Reconciliation(PollFixture.STREAM, fixture.service::status, fixture.store, fixture.time);

    private void handIn(String number, String word) {
        assertThat(reconciliation.weigh(order(number, word, updated, created), fixture.now(), window))
                .as("told by the stream's holder only")
                .isEmpty();
    }

    private List<String> queued() {
        return fixture.store.due(PollFixture.STREAM, fixture.now(), 9).stream()
                .map(OrderState::id)
                .toList();
    }

    private void told(String number, String word) {
        fixture.service.answering = request -> pages(page(null, order(number, word, updated, created)));
        fixture.run();
        fixture.nextInterval();
    }

    @Test
    void whatTheStreamKnowsAlreadyIsLeftAlone() {
        told("1", "A");
        handIn("1", "A");
        assertThat(queued()).isEmpty();
    }

    @Test
    void whatDiffersIsReadByNumberAndToldByTheStreamItself() {
        told("1", "A");
        handIn("1", "B");
        assertThat(queued()).containsExactly("1");

        fixture.service.answering =
                request -> request.isFor("1") ? pages(page(null, order("1", "B", updated))) : pages(page(null));
        fixture.nextInterval();
        assertThat(fixture.run().told()).isEqualTo(1);
        assertThat(fixture.stored("1").lastKnown().knowledge().summary().vendorStatus())
                .isEqualTo("B");
        assertThat(queued()).isEmpty();
    }

    @Test
    void anOrderThatTheStreamNeverSawIsQueuedToo() {
        handIn("7", "A");
        assertThat(queued()).containsExactly("7");
    }

    @Test
    void anOpenOrderThatDoesNotAppearIsReadByNumberByTheStreamItself() {
        told("1", "A");
        told("2", "CLOSED");
        assertThat(reconciliation.absent(window))
                .as("left to the stream's holder")
                .isEmpty();
        assertThat(queued()).containsExactly("1");

        fixture.service.answering = request ->
                request.isFor("1") ? pages(page(null, order("1", "CLOSED", updated, created))) : pages(page(null));
        fixture.nextInterval();
        assertThat(fixture.run().told()).isEqualTo(1);
        reconciliation.absent(window);
        assertThat(queued()).as("closed, and so expected no longer").isEmpty();
    }

    @Test
    void anOrderThatAppearsIsNotReadByNumber() {
        told("1", "A");
        handIn("1", "A");
        reconciliation.absent(window);
        assertThat(queued()).isEmpty();
        reconciliation.absent(window);
        assertThat(queued()).as("appeared in the window before").containsExactly("1");
    }

    @Test
    void anOlderVersionIsReadByNumberAtOnce() {
        told("1", "CLOSED");
        reconciliation.weigh(order("1", "A", updated.minusSeconds(1), created), fixture.now(), window);
        assertThat(queued()).containsExactly("1");
    }
}
