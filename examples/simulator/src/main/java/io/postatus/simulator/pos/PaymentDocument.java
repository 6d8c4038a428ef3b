/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A payment, which looks different in an order and in the payments operations (sections 4.6 and 5). */
final class PaymentDocument {
    private PaymentDocument() {}

    static ObjectNode inOrder(Payment payment, String currency, Notation notation) {
        ObjectNode json = Json.object();
        notation.date(json, "PaymentDate", payment.date());
        json.put("PurchaseOrderPaymentId", payment.id());
        json.put("PaymentModeId", modeId(payment.mode()));
        notation.word(json, "PaymentMode", Vocabulary.PAYMENT_MODE, payment.mode());
        json.set("Amount", Json.money(payment.amount(), currency));
        json.set("AdditionalCost", Json.money(BigDecimal.ZERO, currency));
        json.put("ReferenceNo", payment.reference()).put("ContraEntryId", payment.contraId());
        json.put("Note", payment.note());
        json.set("RemainingRefundAmount", Json.money(payment.refundable(), currency));
        return json.put("PayPalFee", 0.0);
    }

    static ObjectNode alone(Payment payment, OrderVersion order, Notation notation) {
        ObjectNode json = Json.object();
        notation.date(json, "PaymentDate", payment.date());
        json.put("PaymentId", payment.id()).put("PurchaseOrderId", order.id());
        json.put("PaymentModeId", modeId(payment.mode()));
        json.set("Amount", Json.money(payment.amount(), order.content().terms().currency()));
        json.put("ReferenceNo", payment.reference()).put("Note", payment.note());
        notation.word(json, "PaymentStatus", Vocabulary.TRANSACTION_RESPONSE, "None");
        json.put("IsDeleted", false).put("IsReconciled", false);
        notation.date(json, "DateUpdated", payment.updated());
        return json;
    }

    static String modeId(String mode) {
        return Ids.of("payment mode " + mode);
    }
}
