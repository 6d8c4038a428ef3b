/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An order as getPurchaseOrdersStatus shows it (reference, sections 5.3 and 5.6). */
final class StatusDocument {
    private StatusDocument() {}

    static ObjectNode of(OrderVersion order) {
        ObjectNode json = Json.object();
        json.put("purchaseOrderNumber", order.number());
        json.put("purchaseOrderStatus", order.status());
        json.put("purchaseOrderDate", Json.millis(order.created()));
        json.put("lastUpdatedDate", Json.millis(order.lastUpdated()));
        json.set("sellingParty", Json.party(order.vendorCode()));
        json.set("shipToParty", Json.party(order.shipTo()));
        ArrayNode items = json.putArray("itemStatus");
        order.lines().forEach(line -> items.add(item(line)));
        return json;
    }

    private static ObjectNode item(OrderLine line) {
        Goods goods = line.goods();
        ObjectNode json = Json.object();
        json.put("itemSequenceNumber", Integer.toString(line.sequence()));
        json.put("buyerProductIdentifier", goods.asin());
        json.put("vendorProductIdentifier", goods.vendorSku());
        json.set("netCost", Json.money(goods.netCost(), goods));
        json.set("listPrice", Json.money(goods.listPrice(), goods));
        json.set("orderedQuantity", ordered(line));
        json.set("acknowledgementStatus", acknowledged(line));
        json.set("receivingStatus", received(line));
        return json;
    }

    /** Newest change first, as in one of Amazon's samples; the order is not promised. */
    private static ObjectNode ordered(OrderLine line) {
        ObjectNode json = Json.object();
        json.set("orderedQuantity", Json.quantity(line.ordered(), line.goods()));
        ArrayNode details = json.putArray("orderedQuantityDetails");
        line.changes().forEach(change -> {
            ObjectNode entry = Json.object().put("updatedDate", Json.millis(change.at()));
            String field = change.units() < 0 ? "cancelledQuantity" : "orderedQuantity";
            entry.set(field, Json.quantity(Math.abs(change.units()), line.goods()));
            details.insert(0, entry);
        });
        return json;
    }

    private static ObjectNode acknowledged(OrderLine line) {
        ObjectNode json = Json.object().put("confirmationStatus", line.confirmationStatus());
        json.set("acceptedQuantity", Json.quantity(line.accepted(), line.goods()));
        json.set("rejectedQuantity", Json.quantity(line.rejected(), line.goods()));
        if (!line.unconfirmed()) {
            ArrayNode details = json.putArray("acknowledgementStatusDetails");
            line.confirmations().forEach(confirmation -> details.add(confirmation(confirmation, line.goods())));
        }
        return json;
    }

    private static ObjectNode confirmation(Confirmation confirmation, Goods goods) {
        ObjectNode json = Json.object().put("acknowledgementDate", Json.millis(confirmation.at()));
        json.set("acceptedQuantity", Json.quantity(confirmation.accepted(), goods));
        json.set("rejectedQuantity", Json.quantity(confirmation.rejected(), goods));
        return json;
    }

    private static ObjectNode received(OrderLine line) {
        ObjectNode json = Json.object().put("receiveStatus", line.receiveStatus());
        json.set("receivedQuantity", Json.quantity(line.received(), line.goods()));
        if (line.lastReceived() != null) {
            json.put("lastReceiveDate", Json.millis(line.lastReceived()));
        }
        return json;
    }
}
