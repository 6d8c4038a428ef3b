/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.ChangeKind;
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

    private static PurchaseOrderChange observedAt(Instant at) {
        PurchaseOrderStatus order = new PurchaseOrderStatus(
                "amazonvendor", "acme-de", "5ALAWUH6", "5ALAWUH6", at, Status.OPEN, "OPEN", null, at, List.of(), "{}");
        return new PurchaseOrderChange(
                "id", ChangeKind.FIRST_SEEN, "amazonvendor/acme-de/default", 1, 1, at, null, order, List.of());
    }
}
