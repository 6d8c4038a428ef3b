/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import io.postatus.simulator.amazon.Bounds;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** The command line, turned into a builder. Every complaint names the argument and what it may be. */
final class Arguments {
    static final String HELP =
            """
            Purchase-order services as a stateful local server.

              --port N                 port to listen on, 0 for a free one (default 0)
              --seed N                 seed of everything drawn by lot (default 1)
              --accounts N             accounts ACME1 to ACMEn (default 1)
              --orders N               orders per account from the start (default 200)
              --days N                 days before the beginning over which these are spread (default 90)
              --since INSTANT          when the world begins (default now); the same one continues the same world
              --changes-per-minute N   new orders and changes, over all accounts (default 10)
              --truth FILE             write every version that becomes visible as a JSON line
              --rate N                 requests a second per account and operation (default: as documented)
              --burst N                requests at once per account and operation (default: as documented)
              --bounds WORD            exclusive (default) or inclusive ends of date ranges
              --partner-tenants N      Partner Center: tenants contoso1 to contosoN (default 1)
              --partner-customers N    customers per tenant from the start (default 20)
              --partner-orders N       orders per customer from the start (default 10)
              --partner-changes-per-hour N  new orders and changes, over all tenants (default 60)
              --partner-rate N         requests a minute per tenant and resource (default 500)
              --partner-list-lag TIME  how far lists lag behind GETs by id (default PT15M)
              --sandbox FILE           serve the static sandbox from a sandboxExamples.json
              --fault NAME[:SHARE]     have a fault on, always or with a probability; repeatable
              --pos-subscribers N      Ticket Utils POS: subscribers tickets-1 to tickets-n (default 1) with token
                                       token-tickets-1, secret secret-tickets-1, and so on
              --pos-orders N           orders per subscriber from the start (default 200)
              --pos-days N             days before the beginning over which these are spread (default 90)
              --pos-changes-per-minute N  new orders and changes, over all subscribers (default 10)
              --pos-zone ZONE          zone of all dates (default Z)
              --pos-per-minute N       requests per subscriber and minute, 0 for no limit (default 0)
              --pos-row-order WORD     by-number (default), latest-first or moving
              --help                   this text

            Credentials of account ACME1: client id amzn1.application-oa2-client.acme1, client secret
            amzn1.oa2-cs.v1.acme1, refresh token Atzr|acme1; the others likewise. Those of Partner Center
            are printed at the start.

            Faults: %s
            """
                    .formatted(Fault.allIds());

    private static final List<String> NAMES = List.of(
            "--port",
            "--seed",
            "--accounts",
            "--orders",
            "--days",
            "--since",
            "--changes-per-minute",
            "--truth",
            "--rate",
            "--burst",
            "--bounds",
            "--partner-tenants",
            "--partner-customers",
            "--partner-orders",
            "--partner-changes-per-hour",
            "--partner-rate",
            "--partner-list-lag",
            "--sandbox",
            "--fault",
            "--pos-subscribers",
            "--pos-orders",
            "--pos-days",
            "--pos-changes-per-minute",
            "--pos-zone",
            "--pos-per-minute",
            "--pos-row-order",
            "--help");

    private final SimulatorBuilder builder = Simulator.builder().accounts(1).changesPerMinute(10);
    private final PosArguments pos = new PosArguments(builder);
    private int orders = 200;
    private int days = 90;
    private final PartnerCenterArguments partnerCenter = new PartnerCenterArguments();

    static SimulatorBuilder parse(String... words) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.length; i += 2) {
            if (!NAMES.contains(words[i])) {
                throw new IllegalArgumentException("unknown argument " + words[i] + "; known are " + NAMES);
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " needs a value");
            }
            arguments.take(words[i], words[i + 1]);
        }
        arguments.partnerCenter.applyTo(arguments.builder);
        return arguments.builder.population(arguments.orders, arguments.days);
    }

    private void take(String name, String value) {
        if (name.startsWith("--pos-")) {
            pos.take(name, value);
            return;
        }
        switch (name) {
            case "--port" -> builder.port((int) number(name, value, 0, 65_535));
            case "--seed" -> builder.seed(number(name, value, Long.MIN_VALUE, Long.MAX_VALUE));
            case "--accounts" -> builder.accounts((int) number(name, value, 1, 10_000));
            case "--orders" -> orders = (int) number(name, value, 0, 10_000_000);
            case "--days" -> days = (int) number(name, value, 1, 3_650);
            case "--since" -> builder.since(instant(name, value));
            case "--changes-per-minute" -> builder.changesPerMinute(decimal(name, value, 0, 60_000));
            case "--truth" -> builder.truth(Path.of(value));
            case "--rate" -> builder.amazon(amazon -> amazon.rate(decimal(name, value, 0.001, 100_000)));
            case "--burst" -> builder.amazon(amazon -> amazon.burst((int) number(name, value, 1, 100_000)));
            case "--bounds" -> builder.amazon(amazon -> amazon.bounds(bounds(value)));
            case "--sandbox" -> builder.amazon(amazon -> amazon.sandbox(Path.of(value)));
            case "--fault" -> fault(value);
            default -> partnerCenter.take(name, value);
        }
    }

    private void fault(String value) {
        int colon = value.indexOf(':');
        try {
            if (colon < 0) {
                builder.fault(Fault.of(value));
            } else {
                double share = decimal("--fault", value.substring(colon + 1), 0, 1);
                builder.fault(Fault.of(value.substring(0, colon)), share);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--fault " + value + ": " + e.getMessage(), e);
        }
    }

    private static Bounds bounds(String value) {
        for (Bounds each : Bounds.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException("--bounds " + value + " is not one of exclusive, inclusive");
    }

    private static Instant instant(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " " + value + " is not an instant such as 2026-03-02T10:00:00Z", e);
        }
    }

    static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: no number and a number out of range get the same message.
        }
        throw new IllegalArgumentException(
                name + " " + value + " is not a whole number between " + least + " and " + most);
    }

    static double decimal(String name, String value, double least, double most) {
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: no number and a number out of range get the same message.
        }
        throw new IllegalArgumentException(name + " " + value + " is not a number between " + least + " and " + most);
    }
}
