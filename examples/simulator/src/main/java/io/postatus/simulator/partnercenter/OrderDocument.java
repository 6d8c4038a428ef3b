/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** An order as the service renders it (apis/partner-center-orders.md 6.2). */
final class OrderDocument {
    private static final Map<String, String> SYMBOLS = Map.of("EUR", "€", "USD", "$", "GBP", "£");

    private final Links links;
    private final LineDocument line;

    OrderDocument(Links links) {
        this.links = links;
        this.line = new LineDocument(links);
    }

    ObjectNode of(OrderVersion order, boolean priced) {
        OrderFacts facts = order.facts();
        boolean legacy = facts.shape() == OrderShape.LEGACY;
        ObjectNode json = Json.object().put("id", facts.id());
        if (facts.shape() == OrderShape.NEW_COMMERCE) {
            json.put("alternateId", facts.id());
        }
        json.put("referenceCustomerId", facts.customer().id());
        json.put("billingCycle", facts.billingCycle().word());
        json.put("currencyCode", facts.currency());
        if (!legacy && SYMBOLS.containsKey(facts.currency())) {
            json.put("currencySymbol", SYMBOLS.get(facts.currency()));
        }
        ArrayNode lines = json.putArray("lineItems");
        facts.lines().forEach(each -> lines.add(line.of(order, each, priced)));
        json.put("creationDate", Json.instant(facts.created()));
        json.put("status", order.status());
        if (!legacy) {
            json.put("transactionType", facts.transactionType());
        }
        if (priced) {
            json.put("totalPrice", total(facts));
        }
        json.set("links", links(facts, legacy));
        if (!legacy) {
            json.putObject("client");
        }
        json.set("attributes", attributes(order, legacy));
        return json;
    }

    static String path(OrderFacts order) {
        return "/customers/" + order.customer().id() + "/orders/" + order.id();
    }

    private ObjectNode links(OrderFacts order, boolean legacy) {
        ObjectNode json = Json.object();
        json.set("self", links.get(path(order)));
        if (!legacy) {
            json.set("provisioningStatus", links.get(path(order) + "/provisioningstatus"));
            json.set("patchOperation", links.link(path(order), "PATCH"));
        }
        return json;
    }

    private static ObjectNode attributes(OrderVersion order, boolean legacy) {
        ObjectNode json = Json.object();
        if (legacy) {
            String tag = "{\"id\":\"" + order.id().substring(0, 3) + "\",\"version\":" + order.version() + "}";
            json.put("etag", Base64.getEncoder().encodeToString(tag.getBytes(StandardCharsets.UTF_8)));
        }
        return json.put("objectType", "Order");
    }

    private static BigDecimal total(OrderFacts order) {
        return order.lines().stream()
                .map(each -> each.offer().price().multiply(BigDecimal.valueOf(each.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
