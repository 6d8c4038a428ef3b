/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.PosClient.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages by offset over orders that go on changing (reference, section 4.2). */
class PagingTest {
    private final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    private final List<String> placed = new ArrayList<>();
    private Simulator simulator;
    private PosSubscriber tickets;
    private PosClient client;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pagesRunByNumberUnlessSaid() {
        start(RowOrder.BY_NUMBER);

        assertThat(page(1).ids()).isEqualTo(placed.subList(0, 2));
        assertThat(page(2).ids()).isEqualTo(placed.subList(2, 4));
        assertThat(page(3).ids()).isEqualTo(placed.subList(4, 5));
        Reply beyond = page(4);
        assertThat(beyond.ids()).isEmpty();
        assertThat(beyond.text()).endsWith("\"Page\":4,\"TotalPages\":3,\"Records\":5,\"Meta\":null}");
    }

    @Test
    void anOrderThatLeavesTheRangeWhilePagedPullsAnotherOverTheSeam() {
        start(RowOrder.BY_NUMBER);
        List<String> first = page(1, "2026-03-02T10:05").ids();
        clock.advance(Duration.ofMinutes(10));
        tickets.pay(placed.get(0));

        assertThat(first).isEqualTo(placed.subList(0, 2));
        assertThat(page(2, "2026-03-02T10:05").ids()).isEqualTo(placed.subList(3, 5));
    }

    @Test
    void anOrderThatChangesMovesToTheFrontAndPushesOthersBack() {
        start(RowOrder.LATEST_FIRST);
        List<String> first = page(1).ids();
        clock.advance(Duration.ofMinutes(1));
        tickets.pay(placed.get(0));

        assertThat(first).containsExactly(placed.get(4), placed.get(3));
        assertThat(page(2).ids()).containsExactly(placed.get(3), placed.get(2));
        assertThat(page(1).ids()).contains(placed.get(0));
    }

    @Test
    void rowsMayMoveOfTheirOwnAccord() {
        start(RowOrder.MOVING);
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            seen.add(page(1).ids());
        }

        assertThat(seen).hasSizeGreaterThan(1);
        String sorted = "{\"OrderBy\": \"PONumber\", \"SortOrder\": \"DESC\", \"ItemsPerPage\": 1}";
        assertThat(client.search(sorted).ids()).containsExactly(placed.get(4));
    }

    @Test
    void aPageIsFiftyRowsUnlessAskedAndTwoHundredAtMost() {
        start(RowOrder.BY_NUMBER);
        for (int i = 0; i < 200; i++) {
            tickets.place(order -> order.line("Hawks vs. Bears", 1, "10"));
        }

        assertThat(client.search("{}").rows()).hasSize(50);
        Reply greedy = client.search("{\"ItemsPerPage\": 1000}");
        assertThat(greedy.rows()).hasSize(200);
        assertThat(greedy.body().path("TotalPages").asInt()).isEqualTo(2);
        assertThat(greedy.body().path("Records").asInt()).isEqualTo(205);
    }

    private void start(RowOrder order) {
        simulator = Simulator.builder()
                .clock(clock)
                .pos(pos -> pos.rowOrder(order))
                .build()
                .start();
        tickets = simulator.pos().subscriber("tickets-1");
        client = new PosClient(simulator.pos().baseUrl(), tickets.token(), tickets.secret());
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(1));
            placed.add(tickets.place(each -> each.line("Hawks vs. Bears", 4, "125.00")));
        }
    }

    private Reply page(int number) {
        return page(number, "2026-03-02T23:59");
    }

    private Reply page(int number, String to) {
        return client.search(
                """
                {"UpdatedSince": {"FromDate": "2026-03-02T00:00", "ToDate": "%s", "FilterByTime": true},
                 "Page": %d, "ItemsPerPage": 2}"""
                        .formatted(to, number));
    }
}
