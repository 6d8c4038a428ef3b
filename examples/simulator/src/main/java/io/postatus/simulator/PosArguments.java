/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import io.postatus.simulator.pos.RowOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/** The part of the command line that is about the Ticket Utils POS side. */
final class PosArguments {
    private final SimulatorBuilder builder;
    private int orders = 200;
    private int days = 90;

    PosArguments(SimulatorBuilder builder) {
        this.builder = builder;
        builder.pos(pos -> pos.subscribers(1).population(orders, days).changesPerMinute(10));
    }

    void take(String name, String value) {
        switch (name) {
            case "--pos-subscribers" ->
                builder.pos(pos -> pos.subscribers((int) Arguments.number(name, value, 1, 10_000)));
            case "--pos-orders" -> population((int) Arguments.number(name, value, 0, 10_000_000), days);
            case "--pos-days" -> population(orders, (int) Arguments.number(name, value, 1, 3_650));
            case "--pos-changes-per-minute" ->
                builder.pos(pos -> pos.changesPerMinute(Arguments.decimal(name, value, 0, 60_000)));
            case "--pos-zone" -> builder.pos(pos -> pos.zone(zone(name, value)));
            case "--pos-per-minute" -> {
                int requests = (int) Arguments.number(name, value, 0, 1_000_000);
                builder.pos(pos -> pos.throttle(requests, Duration.ofMinutes(1)));
            }
            case "--pos-row-order" -> builder.pos(pos -> pos.rowOrder(rowOrder(name, value)));
            default -> throw new IllegalStateException(name + " is named but not read");
        }
    }

    private void population(int count, int spread) {
        orders = count;
        days = spread;
        builder.pos(pos -> pos.population(count, spread));
    }

    private static RowOrder rowOrder(String name, String value) {
        for (RowOrder each : RowOrder.values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name + " " + value + " is not one of by-number, latest-first, moving");
    }

    private static ZoneId zone(String name, String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " " + value + " is not a zone such as America/New_York", e);
        }
    }
}
