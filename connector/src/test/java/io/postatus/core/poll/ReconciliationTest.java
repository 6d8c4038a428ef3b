/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.state.OrderState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A sweep that puts another stream right: it tells nothing, and has that stream's holder read what differs. */
class ReconciliationTest {
    private final PollFixture fixture = new PollFixture();
    private final Instant updated = fixture.now();
    private final Reconciliation reconciliation =
            new Reconciliation(PollFixture.STREAM, fixture.service::status, fixture.store, fixture.time);

    private void told(String number, String word) {
        fixture.service.answering = request -> pages(page(null, order(number, word, updated)));
        fixture.run();
        fixture.nextInterval();
    }

    @Test
    void whatTheStreamKnowsAlreadyIsLeftAlone() {
        told("1", "A");
        reconciliation.compare(order("1", "A", updated));
        assertThat(fixture.store.due(PollFixture.STREAM, fixture.now(), 9)).isEmpty();
    }

    @Test
    void whatDiffersIsReadByNumberAndToldByTheStreamItself() {
        told("1", "A");
        reconciliation.compare(order("1", "B", updated));
        assertThat(fixture.store.due(PollFixture.STREAM, fixture.now(), 9))
                .extracting(OrderState::purchaseOrderNumber)
                .containsExactly("1");

        fixture.service.answering =
                request -> request.isFor("1") ? pages(page(null, order("1", "B", updated))) : pages(page(null));
        fixture.nextInterval();
        assertThat(fixture.run().told()).isEqualTo(1);
        assertThat(fixture.stored("1").lastKnown().knowledge().summary().vendorStatus())
                .isEqualTo("B");
        assertThat(fixture.store.due(PollFixture.STREAM, fixture.now(), 9)).isEmpty();
    }

    @Test
    void anOrderThatTheStreamNeverSawIsQueuedToo() {
        reconciliation.compare(order("7", "A", updated));
        assertThat(fixture.store.due(PollFixture.STREAM, fixture.now(), 9))
                .extracting(OrderState::purchaseOrderNumber)
                .containsExactly("7");
    }
}
