/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** GET POS/PurchaseOrders/{id}/Revisions: the only view with a version and a date of update (section 4.5). */
final class Revisions {
    private final Notation notation;

    Revisions(Notation notation) {
        this.notation = notation;
    }

    /** The newest first: the order is not documented, and the version tells. */
    ObjectNode answer(Request request) {
        List<OrderVersion> versions = request.subscriber()
                .look(now -> request.subscriber().chronicle().visible(request.seen()));
        ObjectNode json = Json.object();
        ArrayNode history = json.putArray("POHistory");
        OrderVersion before = null;
        for (OrderVersion version : versions) {
            history.insert(0, revision(version, before, request.subscriber().id()));
            before = version;
        }
        json.putArray("InactiveItem");
        return json;
    }

    private ObjectNode revision(OrderVersion order, OrderVersion before, String subscriber) {
        Content content = order.content();
        ObjectNode json = Json.object();
        json.put("PurchaseOrderHistoryId", Ids.of(order.id() + " history " + order.version()));
        json.put("PurchaseOrderId", order.id()).put("SubscriberId", Ids.of(subscriber));
        json.set("PONumber", Json.number(order.number()));
        json.put("Currency", content.terms().currency());
        json.put("ExternalOrderNumber", content.terms().externalNumber());
        amounts(json, content);
        shipping(json, content);
        statuses(json, content);
        json.put("VendorCSRId", "").put("SubscriberCSRId", Ids.of(subscriber + " representative"));
        json.put("Notes", content.terms().notes());
        json.put("ConsignCommission", content.terms().consignment().commission().doubleValue());
        notation.word(
                json,
                "ConsignCommissionType",
                Vocabulary.CONSIGN_OPERATION,
                content.terms().consignment().operation());
        json.put("HasTags", !content.terms().tags().isEmpty());
        json.put("VoidReason", content.progress().voidReason()).put("Version", order.version());
        notation.word(json, "ProcessedAt", Vocabulary.PROCESSED_AT, "Office");
        dates(json, order);
        origin(json, order, before, subscriber);
        return json;
    }

    private static void amounts(ObjectNode json, Content content) {
        String currency = content.terms().currency();
        json.set("SubTotal", Json.money(content.subTotal(), currency));
        json.set("GrandTotal", Json.money(content.grandTotal(), currency));
        json.set("BalanceAmount", Json.money(content.grandTotal().subtract(content.paid()), currency));
    }

    private void shipping(ObjectNode json, Content content) {
        Shipping shipping = content.shipping();
        notation.word(json, "ShippingType", Vocabulary.SHIPPING_TYPE, shipping.type());
        json.put("ShippingCost", shipping.cost().doubleValue());
        json.put("ShippingTrackingNumber", shipping.trackingNumber());
        json.put("ShippingTypeId", Ids.of("shipping type " + shipping.type()));
        notation.word(json, "ShippingCarrier", Vocabulary.CARRIER, shipping.carrier());
        json.put("ShippingService", shipping.service());
    }

    private void statuses(ObjectNode json, Content content) {
        Progress progress = content.progress();
        notation.word(json, "POType", Vocabulary.TYPE, content.terms().type());
        notation.word(json, "POStatus", Vocabulary.STATUS, progress.status());
        notation.word(json, "PaymentStatus", Vocabulary.PAYMENT_STATUS, progress.paymentStatus());
        notation.word(json, "ShippingStatus", Vocabulary.SHIPPING_STATUS, progress.shippingStatus());
    }

    private void dates(ObjectNode json, OrderVersion order) {
        Progress progress = order.content().progress();
        notation.date(json, "DateRaised", order.raised());
        notation.date(json, "DateVoided", progress.voided());
        notation.date(json, "DateReceived", progress.received());
        notation.date(json, "DateAdded", order.raised());
        notation.date(json, "DateUpdated", order.updated());
        notation.date(json, "DateHistoryAdded", order.updated());
    }

    private void origin(ObjectNode json, OrderVersion order, OrderVersion before, String subscriber) {
        Vendor vendor = order.content().terms().vendor();
        json.put("UpdatedBy", Ids.of(subscriber + " representative"));
        json.put("ShipToAddressId", Ids.of(subscriber + " office"));
        json.put("BillToAddressId", Ids.of(subscriber + " office"));
        json.put("ShipFromContactName", vendor.firstName() + " Example");
        json.put("ShipFromContactAddress", "12 Sample Street, Springfield");
        json.put("Source", "Office").put("Changes", before == null ? "Added" : "Updated");
        String type = (before == null ? order : before).content().terms().type();
        notation.word(json, "OLD_POType", Vocabulary.TYPE, type);
        json.put("VendorId", vendor.customerId());
        json.putObject("Vendor").put("CustomerId", vendor.customerId()).putObject("ShippingInfo");
    }
}
