/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a tenant sells: a few offers that all its orders share, which keeps a large world small. */
final class Catalog {
    private static final int SIZE = 60;
    private static final List<String> PRODUCTS = List.of(
            "Office LTSC", "Windows Server", "SQL Server", "Plan E3", "Plan E5", "Defender", "Visio", "Project");
    private final List<Offer> offers = new ArrayList<>(SIZE);

    Catalog(RandomGenerator random) {
        for (int i = 0; i < SIZE; i++) {
            String id = "DG7GMGF0%04X:%04d:DG7GMGF0%04X".formatted(random.nextInt(0x10000), i, random.nextInt(0x10000));
            BigDecimal price = BigDecimal.valueOf(500 + random.nextInt(90_000), 2);
            offers.add(new Offer(id, PRODUCTS.get(i % PRODUCTS.size()) + " " + (2019 + i / PRODUCTS.size()), price));
        }
    }

    Offer any(RandomGenerator random) {
        return offers.get(random.nextInt(offers.size()));
    }
}
