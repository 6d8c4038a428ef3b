/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import io.postatus.simulator.amazon.AmazonAccount;
import io.postatus.simulator.partnercenter.PartnerTenant;
import io.postatus.simulator.pos.PosSubscriber;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs a simulator until it is stopped; {@code --help} tells the arguments. */
public final class SimulatorMain {
    private static final int BAD_USAGE = 2;

    private SimulatorMain() {}

    /** Starts, says where and with which credentials, and serves. */
    public static void main(String... words) throws InterruptedException {
        if (List.of(words).contains("--help")) {
            System.out.println(Arguments.HELP);
            return;
        }
        try {
            Simulator simulator = Arguments.parse(words).build().start();
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            introduce(simulator, System.out);
            Thread.currentThread().join();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    private static void introducePartnerCenter(Simulator simulator, PrintStream out) {
        out.println("partner-center base-url=" + simulator.partnerCenter().baseUrl());
        for (PartnerTenant tenant : simulator.partnerCenter().tenants()) {
            out.println("partner-center tenant=" + tenant.id() + " tenant-id=" + tenant.tenantId() + " client-id="
                    + tenant.clientId() + " client-secret=" + tenant.clientSecret() + " refresh-token="
                    + tenant.refreshToken() + " token-url=" + tenant.tokenUrl());
        }
    }

    static void introduce(Simulator simulator, PrintStream out) {
        out.println("amazon base-url=" + simulator.amazon().baseUrl() + " token-url="
                + simulator.amazon().tokenUrl());
        for (AmazonAccount account : simulator.amazon().accounts()) {
            out.println("amazon account=" + account.id() + " client-id=" + account.clientId() + " client-secret="
                    + account.clientSecret() + " refresh-token=" + account.refreshToken());
        }
        introducePartnerCenter(simulator, out);
        out.println("pos base-url=" + simulator.pos().baseUrl());
        for (PosSubscriber subscriber : simulator.pos().subscribers()) {
            out.println("pos subscriber=" + subscriber.id() + " token=" + subscriber.token() + " secret="
                    + subscriber.secret());
        }
        out.flush();
    }
}
