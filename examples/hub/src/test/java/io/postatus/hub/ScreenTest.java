/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands on the screen reads from top to bottom in time. */
class ScreenTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:30Z");

    @Test
    void aChangeShowsWhenItIsPrintedLikeEverythingElse() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Screen screen =
                new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.fixed(NOW, ZoneOffset.UTC));

        screen.say("amazonvendor", "acme-de", "reading");
        screen.change(observedAt(NOW.minusSeconds(20)));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith(ReadableLine.time(NOW)));
    }

    @Test
    void aLongNumberIsShortenedSoThatTheColumnsStayBelowOneAnother() {
        assertThat(ReadableLine.of(NOW, numbered("5ALAWUH6", "OPEN", "vendorStatus"))
                        .substring(10))
                .isEqualTo("amazonvendor   acme-de   5ALAWUH6      open                                CLOSED");
        assertThat(ReadableLine.of(NOW, numbered("ea8f400c-8b5f-4d0f-a1f0-0d1f7a6b2c11", "OPEN", "document.Notes"))
                        .substring(10))
                .isEqualTo("amazonvendor   acme-de   ea8f400c-...  open                                Notes");
    }

    private static PurchaseOrderChange numbered(String number, String word, String path) {
        PurchaseOrderStatus order = new PurchaseOrderStatus(
                "amazonvendor", "acme-de", number, number, NOW, Status.OPEN, word, null, NOW, List.of(), "{}");
        List<FieldChange> changes = List.of(new FieldChange(path, word, "CLOSED"));
        return new PurchaseOrderChange(
                "id",
                ChangeKind.CHANGED,
                null,
                "amazonvendor/acme-de/default",
                1,
                2,
                NOW,
                order.summary(),
                order,
                changes);
    }

    private static PurchaseOrderChange observedAt(Instant at) {
        PurchaseOrderStatus order = new PurchaseOrderStatus(
                "amazonvendor", "acme-de", "5ALAWUH6", "5ALAWUH6", at, Status.OPEN, "OPEN", null, at, List.of(), "{}");
        return new PurchaseOrderChange(
                "id", ChangeKind.FIRST_SEEN, null, "amazonvendor/acme-de/default", 1, 1, at, null, order, List.of());
    }
}
