/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;

/** The four operations on payments (section 4.6). */
final class PaymentsOperation {
    private static final int LONGEST_NOTE = 255;
    private final Notation notation;

    PaymentsOperation(Notation notation) {
        this.notation = notation;
    }

    /** A bare array, by range of the payments' updates. */
    ArrayNode list(Request request) {
        Map<String, String> query = request.query();
        DateWindow window = DateWindow.of(query);
        OrderVersion order = request.subscriber().look(now -> request.seen());
        ArrayNode payments = Json.array();
        order.content().payments().stream()
                .filter(payment -> window.contains(notation.local(payment.updated())))
                .forEach(payment -> payments.add(PaymentDocument.alone(payment, order, notation)));
        return payments;
    }

    ObjectNode one(Request request) {
        OrderVersion order = request.subscriber().look(now -> request.seen());
        return PaymentDocument.alone(payment(request, order), order, notation);
    }

    void add(Request request) {
        Fields body = request.body();
        String mode = mode(body);
        BigDecimal amount =
                body.object("Amount").map(money -> positive(money, "Amount")).orElseThrow(() -> body.refused("Amount"));
        LocalDateTime date = body.date("PaymentDate");
        String note = note(body);
        String reference = body.has("ReferenceNo") ? body.text("ReferenceNo") : "";
        request.subscriber().look(now -> {
            request.seen();
            Payment payment =
                    Payment.of(request.subscriber().newId(), mode, instant(date, now), amount, reference, note);
            request.subscriber().chronicle().happen(request.route().orderId(), Step.pay(payment), now);
            return null;
        });
    }

    /** The amount is a bare number here. More than is left of a payment cannot be paid back. */
    void refund(Request request) {
        Fields body = request.body();
        BigDecimal amount = positive(body, "Amount");
        LocalDateTime date = body.date("RefundDate");
        String note = note(body);
        request.subscriber().look(now -> {
            Payment payment = payment(request, request.seen());
            if (amount.compareTo(payment.refundable()) > 0) {
                throw body.refused("Amount");
            }
            Step refund = Step.refund(payment.id(), amount, instant(date, now), note);
            request.subscriber().chronicle().happen(request.route().orderId(), refund, now);
            return null;
        });
    }

    private static Payment payment(Request request, OrderVersion order) {
        return order.content().payments().stream()
                .filter(payment -> payment.id().equals(request.route().paymentId()))
                .findFirst()
                .orElseThrow(UnknownThing::payment);
    }

    private static String mode(Fields body) {
        String id = body.text("PaymentModeId");
        return Vocabulary.PAYMENT_MODE.words().stream()
                .filter(mode -> PaymentDocument.modeId(mode).equals(id))
                .findFirst()
                .orElseThrow(() -> body.refused("PaymentModeId"));
    }

    private static BigDecimal positive(Fields body, String name) {
        BigDecimal amount = body.decimal(name);
        if (amount == null || amount.signum() <= 0) {
            throw body.refused(name);
        }
        return amount;
    }

    private static String note(Fields body) {
        String note = body.has("Note") ? body.text("Note") : "";
        if (note.length() > LONGEST_NOTE) {
            throw body.refused("Note");
        }
        return note;
    }

    private Instant instant(LocalDateTime date, Instant otherwise) {
        return date == null
                ? OrderVersion.millis(otherwise)
                : date.atZone(notation.zone()).toInstant();
    }
}
