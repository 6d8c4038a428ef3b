/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An order as GET by id shows it (sections 5 and 6). */
record OrderDocument(String subscriber, Notation notation) {
    ObjectNode of(OrderVersion order) {
        ObjectNode json = Json.object();
        json.put("PurchaseOrderId", order.id());
        json.set("PONumber", Json.number(order.number()));
        json.put("ExternalOrderNumber", order.content().terms().externalNumber());
        statuses(json, order.content());
        amounts(json, order.content());
        shipping(json, order.content().shipping());
        json.put("SubscriberCSRId", Ids.of(subscriber + " representative"));
        terms(json, order.content().terms());
        dates(json, order);
        contents(json, order.content());
        json.set("ShipFrom", Party.vendor(order.content().terms().vendor(), notation));
        json.set("BillTo", Party.office(subscriber, notation));
        json.set("ShipTo", Party.office(subscriber, notation));
        ArrayNode tags = json.putArray("Tags");
        order.content().terms().tags().forEach(tags::add);
        return json;
    }

    private void statuses(ObjectNode json, Content content) {
        notation.word(json, "POType", Vocabulary.TYPE, content.terms().type());
        notation.word(json, "POStatus", Vocabulary.STATUS, content.progress().status());
        notation.word(
                json,
                "PaymentStatus",
                Vocabulary.PAYMENT_STATUS,
                content.progress().paymentStatus());
        notation.word(
                json,
                "ShippingStatus",
                Vocabulary.SHIPPING_STATUS,
                content.progress().shippingStatus());
    }

    private static void amounts(ObjectNode json, Content content) {
        String currency = content.terms().currency();
        json.set("ShippingCost", Json.money(content.shipping().cost(), currency));
        json.set("GrandTotal", Json.money(content.grandTotal(), currency));
    }

    private void shipping(ObjectNode json, Shipping shipping) {
        notation.word(json, "ShippingType", Vocabulary.SHIPPING_TYPE, shipping.type());
        json.put("ShippingTrackingNumber", shipping.trackingNumber());
        json.put("ShippingTypeId", Ids.of("shipping type " + shipping.type()));
        notation.word(json, "ShippingCarrier", Vocabulary.CARRIER, shipping.carrier());
        json.put("ShippingService", shipping.service());
    }

    private void terms(ObjectNode json, Terms terms) {
        json.put("Notes", terms.notes());
        json.put("ConsignCommission", terms.consignment().commission().doubleValue());
        notation.word(
                json,
                "ConsignmentOperation",
                Vocabulary.CONSIGN_OPERATION,
                terms.consignment().operation());
        notation.word(json, "ProcessedAt", Vocabulary.PROCESSED_AT, "Office");
    }

    private void dates(ObjectNode json, OrderVersion order) {
        Progress progress = order.content().progress();
        json.put("VoidReason", progress.voidReason());
        notation.date(json, "DateRaised", order.raised());
        notation.date(json, "DateVoided", progress.voided());
        notation.date(json, "DateReceived", progress.received());
    }

    private void contents(ObjectNode json, Content content) {
        String currency = content.terms().currency();
        ArrayNode items = json.putArray("Items");
        content.lines().forEach(line -> items.add(Lines.tickets(line, currency, notation)));
        ArrayNode extras = json.putArray("CustomItems");
        content.extras().forEach(extra -> extras.add(Lines.custom(extra, currency)));
        ArrayNode payments = json.putArray("Payments");
        content.payments().forEach(payment -> payments.add(PaymentDocument.inOrder(payment, currency, notation)));
    }
}
