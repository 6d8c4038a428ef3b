/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import org.junit.jupiter.api.AfterEach;

/** A started simulator at ten o'clock, one account, one client. */
abstract class AmazonFixture {
    static final String DAY_START = "2026-03-02T00:00:00Z";
    static final String DAY_END = "2026-03-03T00:00:00Z";

    final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    final Simulator simulator = setUp(Simulator.builder().clock(clock)).build().start();
    final AmazonAccount acme = simulator.amazon().account("ACME1");
    final VendorClient client = new VendorClient(simulator, acme);

    SimulatorBuilder setUp(SimulatorBuilder builder) {
        return builder;
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    String place() {
        return acme.place(order -> order.line("B0EXAMPLE1", 100));
    }

    VendorClient.Reply today() {
        return client.status("updatedAfter", DAY_START, "updatedBefore", DAY_END);
    }
}
