/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One event in the life of an order: what it said before and the instant give what it says then. Any may follow any. */
@FunctionalInterface
interface Step {
    Content from(Content before, Instant at);

    /** Another word for one of the statuses, and nothing else. */
    static Step progress(UnaryOperator<Progress> change) {
        return (before, at) -> before.with(change.apply(before.progress()));
    }

    static Step pay(Payment payment) {
        return (before, at) -> {
            List<Payment> payments = new ArrayList<>(before.payments());
            payments.add(payment.updated(at));
            return before.withPayments(List.copyOf(payments));
        };
    }

    /** Pays back a part: the payment keeps its amount, a reversal stands beside it. */
    static Step refund(String paymentId, BigDecimal part, Instant date, String note) {
        return (before, at) -> {
            List<Payment> payments = new ArrayList<>();
            for (Payment each : before.payments()) {
                payments.add(each.id().equals(paymentId) ? each.refunded(part, at) : each);
            }
            for (Payment each : before.payments()) {
                if (each.id().equals(paymentId)) {
                    payments.add(
                            each.reversal(Ids.of(each.id() + " reversal " + payments.size()), part, date, note, at));
                }
            }
            return before.withPayments(List.copyOf(payments));
        };
    }

    static Step ship(String carrier, String trackingNumber) {
        return (before, at) -> before.with(
                        before.shipping().trackingNumber(trackingNumber).carrier(carrier))
                .with(before.progress().shippingStatus("Shipped"));
    }

    static Step receive() {
        return (before, at) -> before.with(before.progress().received(at));
    }

    static Step cancel(String reason) {
        return (before, at) -> before.with(before.progress().cancelled(reason, at));
    }

    static Step note(String text) {
        return (before, at) -> before.with(before.terms().notes(text));
    }
}
