/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.util.List;

/** What an order says; who changes one part keeps the others. */
record Content(
        Terms terms,
        Progress progress,
        Shipping shipping,
        List<TicketLine> lines,
        List<CustomLine> extras,
        List<Payment> payments) {

    Content with(Terms other) {
        return new Content(other, progress, shipping, lines, extras, payments);
    }

    Content with(Progress other) {
        return new Content(terms, other, shipping, lines, extras, payments);
    }

    Content with(Shipping other) {
        return new Content(terms, progress, other, lines, extras, payments);
    }

    Content withLines(List<TicketLine> others) {
        return new Content(terms, progress, shipping, others, extras, payments);
    }

    /** Payments decide about the payment status. */
    Content withPayments(List<Payment> others) {
        Content after = new Content(terms, progress, shipping, lines, extras, others);
        return after.with(progress.paymentStatus(after.paymentStatus()));
    }

    BigDecimal subTotal() {
        BigDecimal total = BigDecimal.ZERO;
        for (TicketLine line : lines) {
            total = total.add(line.total());
        }
        for (CustomLine extra : extras) {
            total = total.add(extra.total());
        }
        return total;
    }

    BigDecimal grandTotal() {
        return subTotal().add(shipping.cost());
    }

    BigDecimal paid() {
        return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String paymentStatus() {
        if (paid().signum() <= 0) {
            return "Pending";
        }
        return paid().compareTo(grandTotal()) < 0 ? "PartiallyPaid" : "Paid";
    }
}
