/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** An order as getPurchaseOrders and getPurchaseOrder show it (reference, section 6.1). */
final class OrderDocument {
    private static final Duration SHIP_FROM = Duration.ofDays(3);
    private static final Duration SHIP_UNTIL = Duration.ofDays(7);

    private OrderDocument() {}

    /** Number and state only. */
    static ObjectNode brief(OrderVersion order) {
        return Json.object().put("purchaseOrderNumber", order.number()).put("purchaseOrderState", order.state());
    }

    static ObjectNode of(OrderVersion order) {
        ObjectNode json = brief(order);
        json.set("orderDetails", details(order));
        return json;
    }

    private static ObjectNode details(OrderVersion order) {
        ObjectNode json = Json.object().put("purchaseOrderDate", Json.seconds(order.created()));
        if (order.changed() != null) {
            json.put("purchaseOrderChangedDate", Json.seconds(order.changed()));
        }
        json.put("purchaseOrderStateChangedDate", Json.seconds(order.stateChanged()));
        json.put("purchaseOrderType", "RegularOrder");
        json.put("paymentMethod", "Invoice");
        json.set("buyingParty", Json.party(order.shipTo()));
        json.set("sellingParty", Json.party(order.vendorCode()));
        json.set("shipToParty", Json.party(order.shipTo()));
        json.set("billToParty", Json.party(order.shipTo()));
        json.put("shipWindow", shipWindow(order));
        ArrayNode items = json.putArray("items");
        order.lines().forEach(line -> items.add(item(line)));
        return json;
    }

    private static String shipWindow(OrderVersion order) {
        return Json.seconds(order.created().plus(SHIP_FROM)) + "--"
                + Json.seconds(order.created().plus(SHIP_UNTIL));
    }

    private static ObjectNode item(OrderLine line) {
        ObjectNode json = Json.object();
        json.put("itemSequenceNumber", Integer.toString(line.sequence()));
        json.put("amazonProductIdentifier", line.goods().asin());
        json.put("vendorProductIdentifier", line.goods().vendorSku());
        json.set("orderedQuantity", Json.quantity(line.ordered(), line.goods()));
        json.put("isBackOrderAllowed", true);
        json.set("netCost", Json.money(line.goods().netCost(), line.goods()));
        json.set("listPrice", Json.money(line.goods().listPrice(), line.goods()));
        return json;
    }
}
