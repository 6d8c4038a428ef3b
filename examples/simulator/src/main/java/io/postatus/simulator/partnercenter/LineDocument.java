/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;

/** A line of an order as the service renders it (apis/partner-center-orders.md 6.3). */
record LineDocument(Links links) {
    ObjectNode of(OrderVersion order, OrderLine line, boolean priced) {
        OrderFacts facts = order.facts();
        ObjectNode json = Json.object();
        json.put("lineItemNumber", line.number());
        json.put("offerId", line.offer().id());
        if (provisioned(order)) {
            json.put("subscriptionId", subscription(facts, line));
        }
        json.put("friendlyName", line.offer().name());
        json.put("quantity", line.quantity());
        if (facts.shape() != OrderShape.LEGACY) {
            json.put("transactionType", facts.systemPurchase() ? "renew" : "new");
            json.put("partnerIdOnRecord", line.resellerId());
        }
        if (priced) {
            json.set("pricing", pricing(line));
        }
        json.set("links", links(order, line));
        return json;
    }

    /** Subscriptions come into being when an order is processed; what is bought once has none. */
    private static boolean provisioned(OrderVersion order) {
        return order.facts().billingCycle() != BillingCycle.ONE_TIME
                && (order.has(OrderStatus.COMPLETED) || order.has(OrderStatus.SUSPENDED));
    }

    private static String subscription(OrderFacts order, OrderLine line) {
        String id = Guid.of("subscription", order.id() + "/" + line.number());
        return order.shape() == OrderShape.LEGACY ? id.toUpperCase(Locale.ROOT) : id;
    }

    private static ObjectNode pricing(OrderLine line) {
        BigDecimal price = line.offer().price();
        return Json.object()
                .put("listPrice", price)
                .put("discountedPrice", price)
                .put("proratedPrice", price)
                .put("price", price)
                .put("extendedPrice", price.multiply(BigDecimal.valueOf(line.quantity())));
    }

    private ObjectNode links(OrderVersion order, OrderLine line) {
        ObjectNode json = Json.object();
        if (provisioned(order)) {
            String customer = "/customers/" + order.facts().customer().id();
            json.set("subscription", links.get(customer + "/subscriptions/" + subscription(order.facts(), line)));
        }
        String[] parts = line.offer().id().split(":");
        if (parts.length == 3) {
            json.set("product", links.get("/products/" + parts[0] + "?country=DE"));
            json.set("sku", links.get("/products/" + parts[0] + "/skus/" + parts[1] + "?country=DE"));
        }
        return json;
    }
}
