/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no news to a person: an order that was there before. */
class FirstReadTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant BEFORE = START.minusSeconds(600);
    private static final Instant AFTER = START.plusSeconds(1);

    private boolean goesOn = true;
    private final FirstRead firstRead = new FirstRead(stream -> START, stream -> goesOn, START);

    @Test
    void anOrderLastUpdatedBeforeTheStartIsFoundByTheFirstReadWhenEverThatIs() {
        assertThat(firstRead.found(firstSeen(BEFORE, BEFORE))).isTrue();
        assertThat(firstRead.found(firstSeen(BEFORE, AFTER))).isFalse();
        goesOn = false;
        assertThat(firstRead.found(firstSeen(BEFORE, BEFORE))).isTrue();
    }

    @Test
    void withoutADateOfUpdateAnOldOrderIsNewsOnceTheFirstReadIsOver() {
        assertThat(firstRead.found(firstSeen(BEFORE, null))).isTrue();
        assertThat(firstRead.found(firstSeen(AFTER, null))).isFalse();
        goesOn = false;
        assertThat(firstRead.found(firstSeen(BEFORE, null))).isFalse();
    }

    private static PurchaseOrderChange firstSeen(Instant created, Instant updated) {
        PurchaseOrderStatus order = new PurchaseOrderStatus(
                "pos", "tickets", "4f", "10001", created, Status.OPEN, "1", null, updated, List.of(), "{}");
        return new PurchaseOrderChange(
                "id", ChangeKind.FIRST_SEEN, null, "pos/tickets/default", 1, 1, AFTER, null, order, List.of());
    }
}
