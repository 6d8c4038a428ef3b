/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A started simulator at ten o'clock, one tenant with one customer, one client. */
abstract class PartnerFixture {
    static final String METADATA = "{\"isPartofTender\":false,\"customerPrice\":\"512.40\",\"currency\":\"EUR\"}";

    final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    final Simulator simulator = setUp(Simulator.builder().clock(clock)).build().start();
    final PartnerTenant contoso = simulator.partnerCenter().tenant("contoso");
    final PartnerCustomer fabrikam = contoso.customer("Fabrikam");
    final PartnerClient client = new PartnerClient(simulator, contoso, false);

    SimulatorBuilder setUp(SimulatorBuilder builder) {
        return builder;
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    String place() {
        return fabrikam.place(order -> order.line("Access LTSC 2021", 3));
    }

    PartnerClient.Reply order(String id) {
        return client.get("/customers/" + fabrikam.id() + "/orders/" + id);
    }

    PartnerClient.Reply orders() {
        return client.get("/customers/" + fabrikam.id() + "/orders");
    }

    PartnerClient.Reply upload(String id) {
        return client.upload(
                fabrikam, id, UUID.randomUUID().toString(), "metadata", "", METADATA, "POFiles", "po.pdf", "%PDF-");
    }
}
