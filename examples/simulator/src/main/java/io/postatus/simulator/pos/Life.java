/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What usually happens to an order next: drawn by lot, but plausible for its state. The three statuses move apart. */
final class Life {
    private static final int MOST_LINES = 4;
    private static final int MOST_TICKETS = 8;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final RandomGenerator random;
    private final Catalog catalog;

    Life(RandomGenerator random, Catalog catalog) {
        this.random = random;
        this.catalog = catalog;
    }

    OrderVersion born(OrderDraft draft, Instant at) {
        draft.raisedAt(at).vendor(catalog.vendor(random)).externalNumber("TM-" + (10_000 + random.nextInt(90_000)));
        for (int lines = 1 + random.nextInt(MOST_LINES); lines > 0; lines--) {
            draft.line(catalog.show(random), 1 + random.nextInt(MOST_TICKETS), Catalog.price(random));
        }
        if (chance(30)) {
            draft.custom("Parking pass", chance(50) ? "0" : "25.00");
        }
        if (chance(15)) {
            draft.consignment("12.5");
        }
        if (chance(40)) {
            draft.tag("season-2026");
        }
        return draft.shippingCost(chance(60) ? "15.00" : "0").placed();
    }

    /** How long it takes until something happens. */
    Duration pause() {
        return Duration.ofMillis(
                1 + (long) (random.nextDouble() * Duration.ofDays(3).toMillis()));
    }

    /** What happens then. */
    Step next(Content content, String newId) {
        Progress progress = content.progress();
        if (progress.ended()) {
            return afterTheEnd(content);
        }
        if (chance(6)) {
            return Step.note("Call again, " + random.nextInt(1_000));
        }
        if (chance(4)) {
            return Step.cancel("Vendor cannot deliver");
        }
        List<Step> open = new ArrayList<>();
        if (progress.status().equals("Pending")) {
            open.add(Step.progress(before -> before.status("Active")));
        }
        if (!progress.paymentStatus().equals("Paid")) {
            open.add(payment(content, newId));
        }
        switch (progress.shippingStatus()) {
            case "NotShipped" -> open.add(Step.ship("FedEx", Long.toString(70_000_000_000L + random.nextInt(1 << 30))));
            case "Shipped" -> open.add(chance(20) ? trackingNumber() : Step.receive());
            default -> {
                // The tickets are here.
            }
        }
        return open.isEmpty() ? Step.receive() : open.get(random.nextInt(open.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Even an order that ended is still noted on, paid back, or taken up again. */
    private Step afterTheEnd(Content content) {
        List<Payment> refundable = content.payments().stream()
                .filter(payment -> payment.refundable().signum() > 0)
                .toList();
        if (content.progress().voided() != null && !refundable.isEmpty()) {
            Payment payment = refundable.get(0);
            return (before, at) ->
                    Step.refund(payment.id(), payment.refundable(), at, "Void").from(before, at);
        }
        return content.progress().voided() != null && chance(50)
                ? Step.progress(Progress::resumed)
                : Step.note("Filed, " + random.nextInt(1_000));
    }

    private Step payment(Content content, String newId) {
        BigDecimal open = content.grandTotal().subtract(content.paid());
        BigDecimal part = open.multiply(HALF).setScale(2, RoundingMode.HALF_UP);
        BigDecimal amount = chance(30) && part.signum() > 0 ? part : open;
        String reference = "CHK-" + (10_000 + random.nextInt(90_000));
        return (before, at) ->
                Step.pay(Payment.of(newId, "Check", at, amount, reference, "")).from(before, at);
    }

    private Step trackingNumber() {
        String number = Long.toString(70_000_000_000L + random.nextInt(1 << 30));
        return (before, at) -> before.with(before.shipping().trackingNumber(number));
    }
}
