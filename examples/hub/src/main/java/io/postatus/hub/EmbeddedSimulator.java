/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** The simulator that stands in for the services inside the hub, unless it is switched off. */
final class EmbeddedSimulator implements AutoCloseable {
    /** After so long it takes seconds to live through it again. */
    private static final Duration LONG = Duration.ofDays(1);

    /** Microsoft's lists are a quarter of an hour late; nobody wants to wait for that here. */
    private static final Duration LIST_LAG = Duration.ofSeconds(1);

    private static final int MINUTES_AN_HOUR = 60;

    private final Simulator simulator;

    private EmbeddedSimulator(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Starts what the settings say; null if they say none. */
    static EmbeddedSimulator start(Settings settings, Screen screen) {
        if (!settings.flag("hub.simulator.enabled")) {
            return null;
        }
        Instant now = Instant.now();
        Instant began = new SimulatedWorld(settings.path("hub.simulator.world-file")).beganBy(now, pace(settings));
        if (Duration.between(began, now).compareTo(LONG) > 0) {
            screen.say("simulator", "", "its world goes on; first it lives through what happened since " + began);
        }
        int port = (int) settings.number("hub.simulator.port", 1, 65_535);
        try {
            return new EmbeddedSimulator(
                    world(settings, began).port(port).build().start());
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(
                    "the simulator cannot listen on hub.simulator.port " + port + " ("
                            + e.getCause().getMessage()
                            + "): is another hub running? Else choose another port from 1 to 65535",
                    e);
        }
    }

    private static SimulatorBuilder world(Settings settings, Instant began) {
        int days = (int) settings.number("hub.simulator.days", 1, 3_650);
        return Simulator.builder()
                // Another world has other orders, so that none is mistaken for one of the world before.
                .seed(settings.number("hub.simulator.seed", Long.MIN_VALUE, Long.MAX_VALUE) + began.getEpochSecond())
                .since(began)
                .amazon(amazon -> amazon.accounts(1)
                        .population(number(settings, "amazon-orders"), days)
                        .changesPerMinute(pace(settings, "amazon")))
                .partnerCenter(partner -> partner.tenants(1)
                        .population(
                                number(settings, "partnercenter-customers"),
                                number(settings, "partnercenter-orders-per-customer"))
                        .days(days)
                        .changesPerHour(pace(settings, "partnercenter") * MINUTES_AN_HOUR)
                        .listLag(LIST_LAG))
                .pos(pos -> pos.subscribers(1)
                        .population(number(settings, "pos-orders"), days)
                        .changesPerMinute(pace(settings, "pos")))
                // A receipt that does not move the date of the last update is for a sweep to find, not for the hub.
                .receiptsMoveLastUpdated(true);
    }

    private static int number(Settings settings, String name) {
        return (int) settings.number("hub.simulator." + name, 0, 1_000_000);
    }

    /** Of all services together. */
    private static double pace(Settings settings) {
        return Services.NAMES.stream()
                .mapToDouble(service -> pace(settings, service))
                .sum();
    }

    private static double pace(Settings settings, String service) {
        return settings.number("hub.simulator." + service + "-changes-per-minute", 0, 60_000);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
