/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.VendorClient.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingTest {
    private static final String[] THE_DAY = {
        "updatedAfter", "2026-03-02T00:00:00Z", "updatedBefore", "2026-03-03T00:00:00Z"
    };
    private final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    private final Simulator simulator = Simulator.builder().clock(clock).build().start();
    private final AmazonAccount acme = simulator.amazon().account("ACME1");
    private final VendorClient client = new VendorClient(simulator, acme);
    private final List<String> placed = new ArrayList<>();

    @BeforeEach
    void placeFiveOrdersAMinuteApart() {
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(1));
            placed.add(acme.place(order -> order.line("B0EXAMPLE1", 100)));
        }
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pagesRunFromTheNewestOrderToTheOldest() {
        Reply first = page(null);
        Reply second = page(first.nextToken());
        Reply third = page(second.nextToken());

        List<String> newestFirst = new ArrayList<>(placed);
        Collections.reverse(newestFirst);
        assertThat(first.numbers()).isEqualTo(newestFirst.subList(0, 2));
        assertThat(second.numbers()).isEqualTo(newestFirst.subList(2, 4));
        assertThat(third.numbers()).isEqualTo(newestFirst.subList(4, 5));
        assertThat(third.nextToken()).isNull();
    }

    @Test
    void ascendingOrderTurnsThePagesRound() {
        List<JsonNode> rows = client.all(
                VendorClient.STATUS,
                "sortOrder",
                "ASC",
                "limit",
                "2",
                "createdAfter",
                THE_DAY[1],
                "createdBefore",
                THE_DAY[3]);

        assertThat(rows)
                .extracting(row -> row.path("purchaseOrderNumber").asText())
                .isEqualTo(placed);
    }

    @Test
    void theTokenIsUnpaddedBase64OfTheLastRow() {
        String token = page(null).nextToken();

        assertThat(token).doesNotContain("=");
        assertThat(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8))
                .isEqualTo("[1772445840000,\"" + placed.get(3) + "\"]");
    }

    @Test
    void anOrderThatChangesWhilePagedKeepsItsPlace() {
        Reply first = page(null);
        acme.accept(placed.get(2));
        acme.accept(placed.get(4));

        assertThat(page(first.nextToken()).numbers()).containsExactly(placed.get(2), placed.get(1));
    }

    @Test
    void anOrderPlacedWhilePagedDoesNotShiftThePages() {
        Reply first = page(null);
        acme.place(order -> order.line("B0EXAMPLE1", 1));

        assertThat(page(first.nextToken()).numbers()).containsExactly(placed.get(2), placed.get(1));
    }

    @Test
    void aFullLastPageHasNoToken() {
        Reply reply = client.status(
                "limit", "5", "updatedAfter", "2026-03-02T00:00:00Z", "updatedBefore", "2026-03-03T00:00:00Z");

        assertThat(reply.numbers()).hasSize(5);
        assertThat(reply.nextToken()).isNull();
    }

    @Test
    void aTokenThatNamesNoOrderIsRefused() {
        String forged = Base64.getEncoder()
                .withoutPadding()
                .encodeToString("[1772445840000,\"NOSUCHPO\"]".getBytes(StandardCharsets.UTF_8));

        assertThat(page(forged).status()).isEqualTo(400);
        assertThat(page("garbage").code()).isEqualTo("InvalidInput");
    }

    private Reply page(String token) {
        return token == null
                ? client.status("limit", "2", THE_DAY[0], THE_DAY[1], THE_DAY[2], THE_DAY[3])
                : client.status("limit", "2", THE_DAY[0], THE_DAY[1], THE_DAY[2], THE_DAY[3], "nextToken", token);
    }
}
