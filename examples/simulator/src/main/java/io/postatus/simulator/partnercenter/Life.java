/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static io.postatus.simulator.partnercenter.Actor.MICROSOFT;
import static io.postatus.simulator.partnercenter.Actor.PARTNER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What usually happens to an order next: drawn by lot, but plausible (apis/partner-center-orders.md 8). */
final class Life {
    private static final Map<OrderStatus, List<Move>> USUAL = Map.of(
            OrderStatus.UNKNOWN,
            List.of(new Move(100, OrderStatus.PENDING, MICROSOFT)),
            OrderStatus.PENDING,
            List.of(
                    new Move(78, OrderStatus.COMPLETED, MICROSOFT),
                    new Move(8, OrderStatus.PENDING_REVIEW, MICROSOFT),
                    new Move(5, OrderStatus.CANCELLED, PARTNER),
                    new Move(5, OrderStatus.ERROR, MICROSOFT),
                    new Move(4, OrderStatus.PARTIAL_SUCCESS, MICROSOFT)),
            OrderStatus.PENDING_REVIEW,
            List.of(
                    new Move(60, OrderStatus.PENDING_PO_UPLOAD, MICROSOFT),
                    new Move(40, OrderStatus.COMPLETED, MICROSOFT)),
            OrderStatus.PENDING_PO_UPLOAD,
            List.of(
                    new Move(85, OrderStatus.PO_UPLOAD_COMPLETE, PARTNER),
                    new Move(10, OrderStatus.CANCELLED, PARTNER),
                    new Move(5, OrderStatus.PO_REVIEW_REJECTED, MICROSOFT)),
            OrderStatus.PO_UPLOAD_COMPLETE,
            List.of(
                    new Move(40, OrderStatus.PENDING, MICROSOFT),
                    new Move(30, OrderStatus.COMPLETED, MICROSOFT),
                    new Move(15, OrderStatus.PO_REVIEW_REJECTED, MICROSOFT),
                    new Move(15, OrderStatus.PENDING_PO_UPLOAD, MICROSOFT)),
            OrderStatus.COMPLETED,
            List.of(new Move(70, OrderStatus.SUSPENDED, PARTNER), new Move(30, OrderStatus.CANCELLED, PARTNER)),
            OrderStatus.SUSPENDED,
            List.of(new Move(70, OrderStatus.COMPLETED, PARTNER), new Move(30, OrderStatus.CANCELLED, PARTNER)));
    private static final int MOST_LINES = 3;
    private static final int MOST_UNITS = 250;

    private final RandomGenerator random;
    private final Catalog catalog;

    Life(RandomGenerator random) {
        this.random = random;
        this.catalog = new Catalog(random);
    }

    /** A new order; some are of an older kind, and some are renewals that Microsoft makes itself. */
    OrderVersion born(PartnerCustomer customer, OrderIds ids, Chronicle chronicle, Instant at) {
        boolean upload = chance(43);
        OrderDraft draft = new OrderDraft(at).shape(shape());
        if (!upload) {
            draft.billingCycle(chance(50) ? BillingCycle.MONTHLY : BillingCycle.ANNUAL)
                    .status(OrderStatus.PENDING);
        }
        if (chance(2)) {
            draft.status(OrderStatus.UNKNOWN);
        }
        for (int lines = 1 + random.nextInt(MOST_LINES); lines > 0; lines--) {
            draft.line(catalog.any(random), 1 + random.nextInt(MOST_UNITS));
        }
        if (!upload && chance(8)) {
            draft.systemPurchase();
        }
        return draft.placed(customer, ids, chronicle, at);
    }

    private OrderShape shape() {
        int lot = random.nextInt(100);
        if (lot < 5) {
            return OrderShape.LEGACY;
        }
        return lot < 10 ? OrderShape.MODERN : OrderShape.NEW_COMMERCE;
    }

    /** Whether the order is done as far as anybody can say; it may be suspended or cancelled all the same. */
    static boolean done(OrderVersion order) {
        return order.has(OrderStatus.COMPLETED) || order.has(OrderStatus.SUSPENDED);
    }

    /** Whether anything can happen to the order. */
    static boolean over(OrderVersion order) {
        return !USUAL.containsKey(OrderStatus.of(order.status()));
    }

    /** How long it takes until something happens. */
    Duration pause(OrderVersion order) {
        int days = order.has(OrderStatus.PENDING_PO_UPLOAD) ? 10 : 3;
        days = done(order) ? 40 : days;
        return Duration.ofMillis(
                1 + (long) (random.nextDouble() * Duration.ofDays(days).toMillis()));
    }

    /** What happens then. */
    Move next(OrderVersion order) {
        int lot = random.nextInt(100);
        for (Move move : USUAL.get(OrderStatus.of(order.status()))) {
            lot -= move.percent();
            if (lot < 0) {
                return move;
            }
        }
        throw new IllegalStateException("the odds of " + order.status() + " are less than certain");
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
