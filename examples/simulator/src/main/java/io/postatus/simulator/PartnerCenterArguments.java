/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** The part of the command line that concerns Partner Center. */
final class PartnerCenterArguments {
    private int tenants = 1;
    private int customers = 20;
    private int orders = 10;
    private double changesPerHour = 60;
    private double ratePerMinute = 500;
    private Duration listLag = Duration.ofMinutes(15);

    void take(String name, String value) {
        switch (name) {
            case "--partner-tenants" -> tenants = (int) Arguments.number(name, value, 1, 1_000);
            case "--partner-customers" -> customers = (int) Arguments.number(name, value, 0, 1_000_000);
            case "--partner-orders" -> orders = (int) Arguments.number(name, value, 0, 100_000);
            case "--partner-changes-per-hour" -> changesPerHour = Arguments.decimal(name, value, 0, 3_600_000);
            case "--partner-rate" -> ratePerMinute = Arguments.decimal(name, value, 0.1, 1_000_000);
            case "--partner-list-lag" -> listLag = duration(name, value);
            default -> throw new IllegalStateException(name + " is named but not read");
        }
    }

    void applyTo(SimulatorBuilder builder) {
        builder.partnerCenter(options -> options.tenants(tenants)
                .population(customers, orders)
                .changesPerHour(changesPerHour)
                .ratePerMinute(ratePerMinute)
                .listLag(listLag));
    }

    private static Duration duration(String name, String value) {
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Falls through: no duration and a negative one get the same message.
        }
        throw new IllegalArgumentException(name + " " + value + " is not a duration such as PT15M");
    }
}
