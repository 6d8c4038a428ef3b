/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Whom a subscriber buys from, and for which events: shared by all its orders, which keeps a large world small. */
final class Catalog {
    private static final int VENDORS = 60;
    private static final int SHOWS = 200;
    private static final List<String> PLACES = List.of(
            "Northside",
            "Harbor",
            "Lakeside",
            "Riverbend",
            "Summit",
            "Prairie",
            "Canyon",
            "Eastgate",
            "Old Town",
            "Bay");
    private static final List<String> TRADES =
            List.of("Season Seats LLC", "Ticket Exchange", "Sports Fans Inc", "Events");
    private static final List<String> TEAMS =
            List.of("Hawks", "Bears", "Comets", "Miners", "Otters", "Pilots", "Rangers", "Sharks", "Wolves", "Kings");

    private final List<Vendor> vendors = new ArrayList<>(VENDORS);
    private final List<Show> shows = new ArrayList<>(SHOWS);

    Catalog(RandomGenerator random, Instant beginning) {
        for (int i = 0; i < VENDORS; i++) {
            String company = any(PLACES, random) + " " + any(TRADES, random) + " " + (i + 1);
            vendors.add(Vendor.named(company, beginning.minus(Duration.ofDays(30 + random.nextInt(900)))));
        }
        LocalDateTime evening = beginning.atZone(ZoneOffset.UTC).toLocalDate().atTime(19, 10);
        for (int i = 0; i < SHOWS; i++) {
            String event = any(PLACES, random) + " " + any(TEAMS, random) + " vs. " + any(PLACES, random) + " "
                    + any(TEAMS, random);
            String venue = any(PLACES, random) + " Field";
            LocalDateTime date = evening.plusDays(random.nextInt(200) - 60L);
            shows.add(new Show(event, venue, Ids.of("event " + event + date), Ids.of("venue " + venue), date));
        }
    }

    Vendor vendor(RandomGenerator random) {
        return any(vendors, random);
    }

    Show show(RandomGenerator random) {
        return any(shows, random);
    }

    static BigDecimal price(RandomGenerator random) {
        return BigDecimal.valueOf(1_500 + random.nextInt(40_000), 2);
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
