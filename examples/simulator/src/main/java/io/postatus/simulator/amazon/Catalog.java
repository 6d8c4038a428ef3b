/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What an account sells: few hundred goods that all its orders share, which keeps a large world small. */
final class Catalog {
    private static final int SIZE = 300;
    private static final int[] CASES = {6, 12, 24};
    private final List<Goods> goods = new ArrayList<>(SIZE);

    Catalog(RandomGenerator random) {
        OrderNumbers identifiers = new OrderNumbers(random);
        for (int i = 0; i < SIZE; i++) {
            BigDecimal cost = BigDecimal.valueOf(100 + random.nextInt(25_000), 2);
            boolean single = random.nextInt(100) < 85;
            goods.add(new Goods(
                    "B0" + identifiers.next(taken -> false),
                    Long.toString(4_006_381_000_000L + random.nextInt(1_000_000)),
                    cost,
                    cost.multiply(new BigDecimal("1.6")),
                    "EUR",
                    single ? "Eaches" : "Cases",
                    single ? 1 : CASES[random.nextInt(CASES.length)]));
        }
    }

    Goods any(RandomGenerator random) {
        return goods.get(random.nextInt(goods.size()));
    }
}
