/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An order as a row of Search: a summary (section 4.2).
 *
 * @param hints whether the row has more than the seven fields that were seen
 */
record RowDocument(Notation notation, boolean hints) {
    ObjectNode of(OrderVersion order) {
        Content content = order.content();
        Vendor vendor = content.terms().vendor();
        ObjectNode json = Json.object();
        json.put("PurchaseOrderId", order.id());
        json.set("PONumber", Json.number(order.number()));
        notation.date(json, "PurchaseOrderDate", order.raised());
        json.put("Company", vendor.company()).put("CustomerId", vendor.customerId());
        notation.word(
                json,
                "PaymentStatus",
                Vocabulary.PAYMENT_STATUS,
                content.progress().paymentStatus());
        json.set("GrandTotal", Json.money(content.grandTotal(), content.terms().currency()));
        if (hints) {
            hint(json, order);
        }
        return json;
    }

    private void hint(ObjectNode json, OrderVersion order) {
        Content content = order.content();
        json.put("ExternalOrderNumber", content.terms().externalNumber());
        notation.word(json, "POType", Vocabulary.TYPE, content.terms().type());
        notation.word(json, "POStatus", Vocabulary.STATUS, content.progress().status());
        notation.word(
                json,
                "ShippingStatus",
                Vocabulary.SHIPPING_STATUS,
                content.progress().shippingStatus());
        notation.date(json, "DateUpdated", order.updated());
    }
}
