/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** What usually happens to an order next: drawn by lot, but plausible for its state. */
final class Life {
    private static final List<String> CENTERS = List.of("DTM2", "FRA3", "LEJ1", "MUC3", "ORY1", "MAD4");
    private static final int MOST_LINES = 5;
    private static final int MOST_UNITS = 300;

    private final RandomGenerator random;
    private final Catalog catalog;
    private final BooleanSupplier silentReceipt;

    Life(RandomGenerator random, BooleanSupplier silentReceipt) {
        this.random = random;
        this.catalog = new Catalog(random);
        this.silentReceipt = silentReceipt;
    }

    /** A new order; one in five is for the second vendor code of the group. */
    OrderVersion born(String number, String account, Instant at) {
        OrderDraft draft = new OrderDraft(number, account, at)
                .vendorCode(chance(20) ? account + "B" : account)
                .shipTo(CENTERS.get(random.nextInt(CENTERS.size())));
        for (int lines = 1 + random.nextInt(MOST_LINES); lines > 0; lines--) {
            draft.line(catalog.any(random), 1 + random.nextInt(MOST_UNITS));
        }
        return draft.placed();
    }

    /** How long it takes until something happens. */
    Duration pause(OrderVersion order) {
        boolean fresh = order.lines().stream().allMatch(OrderLine::unconfirmed);
        int hours = fresh ? 24 : 5 * 24;
        return Duration.ofMillis(
                1 + (long) (random.nextDouble() * Duration.ofHours(hours).toMillis()));
    }

    /** What happens then. */
    Step next(OrderVersion order) {
        if (order.closed()) {
            return Step.reopen();
        }
        if (order.lines().stream().allMatch(OrderLine::unconfirmed)) {
            return chance(6) ? quantityChange(order.lines().get(0)) : answer(order);
        }
        List<OrderLine> awaited =
                order.lines().stream().filter(line -> !line.finished()).toList();
        if (awaited.isEmpty()) {
            return Step.close();
        }
        OrderLine line = awaited.get(random.nextInt(awaited.size()));
        return line.received() == 0 && chance(10) ? quantityChange(line) : receipt(line);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Step answer(OrderVersion order) {
        int lot = random.nextInt(100);
        if (lot < 65) {
            return Step.acceptAll();
        }
        return lot < 70 ? Step.rejectAll() : answerLineByLine(order);
    }

    private Step answerLineByLine(OrderVersion order) {
        int[] shares = order.lines().stream()
                .mapToInt(line -> chance(50) ? 100 : random.nextInt(101))
                .toArray();
        return (before, at) -> {
            List<OrderLine> lines = new ArrayList<>();
            for (OrderLine line : before.lines()) {
                int accepted = line.ordered() * shares[lines.size()] / 100;
                lines.add(line.confirmed(at, accepted, line.ordered() - accepted));
            }
            return before.with(lines, at).closedIfFinished(at);
        };
    }

    /** More units, fewer, or none. */
    private Step quantityChange(OrderLine line) {
        int some = 1 + random.nextInt(Math.max(1, line.ordered()));
        return Step.changeQuantity(line.sequence(), chance(40) ? some : -Math.min(some, line.ordered()));
    }

    private Step receipt(OrderLine line) {
        int open = line.expected() - line.received();
        int units = chance(60) ? open : 1 + random.nextInt(open);
        return Step.receive(line.sequence(), units, silentReceipt.getAsBoolean());
    }
}
