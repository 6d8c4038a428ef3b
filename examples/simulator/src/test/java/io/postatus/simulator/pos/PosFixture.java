/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;

/** A started simulator at ten o'clock, one subscriber, one client. */
abstract class PosFixture {
    final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    final Simulator simulator =
            Simulator.builder().clock(clock).pos(this::choose).build().start();
    final PosSubscriber tickets = simulator.pos().subscriber("tickets-1");
    final PosClient client = new PosClient(simulator.pos().baseUrl(), tickets.token(), tickets.secret());

    void choose(PosOptions options) {}

    @AfterEach
    void stop() {
        simulator.close();
    }

    String place() {
        return tickets.place(order -> order.line("Hawks vs. Bears", 4, "125.00"));
    }

    PosClient.Reply today() {
        return client.search(window("2026-03-02T00:00", "2026-03-02T23:59"));
    }

    static String window(String from, String to) {
        return """
                {"UpdatedSince": {"FromDate": "%s", "ToDate": "%s", "FilterByTime": true}}"""
                .formatted(from, to);
    }
}
