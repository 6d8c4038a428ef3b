/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.FaultRule;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Ground;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Orders, all of a customer's at once or one by id (apis/partner-center-orders.md 6). */
final class OrdersOperation {
    private static final Duration STALE = Duration.ofHours(1);

    private final Faults faults;
    private final Links links;
    private final OrderDocument document;

    OrdersOperation(Ground ground, Links links) {
        this.faults = ground.faults();
        this.links = links;
        this.document = new OrderDocument(links);
    }

    ObjectNode list(Request request, Instant now) {
        PartnerCustomer customer = request.customer();
        Predicate<OrderFacts> wanted = wanted(request);
        boolean priced = request.flag("include_price");
        Optional<FaultRule> stale = faults.striking(Fault.STALE_LIST, request.occasion());
        Instant seen = stale.map(rule -> now.minus(rule.delayOr(STALE))).orElse(now);
        ArrayNode items = Json.array();
        request.tenant().chronicle().of(customer).stream()
                .filter(story -> wanted.test(story.facts()))
                .forEach(story -> story.byList(seen).ifPresent(order -> items.add(document.of(order, priced))));
        ObjectNode json = Json.collection(items);
        json.putObject("links").set("self", links.get("/customers/" + customer.id() + "/orders"));
        json.set("attributes", Json.attributes("Collection"));
        return json;
    }

    ObjectNode one(Request request, Instant now) {
        return document.of(visible(request, now), request.flag("include_price"));
    }

    ObjectNode provisioningStatus(Request request, Instant now) {
        OrderVersion order = visible(request, now);
        String word = provisioning(order);
        ArrayNode items = Json.array();
        order.facts().lines().forEach(line -> {
            ObjectNode item = items.addObject()
                    .put("orderLineItemId", line.number())
                    .put("lineItemNumber", line.number())
                    .put("status", word);
            item.putArray("quantityProvisioningInformation")
                    .addObject()
                    .put("quantity", line.quantity())
                    .put("status", word);
        });
        ObjectNode json = Json.collection(items);
        json.set("attributes", Json.attributes("Collection"));
        return json;
    }

    private OrderVersion visible(Request request, Instant now) {
        Story story = request.story();
        if (faults.strikes(Fault.NOT_YET_FOUND, request.occasion())) {
            throw Refusal.noOrder();
        }
        return story.byGet(now).orElseThrow(Refusal::noOrder);
    }

    /** System purchases are left out unless asked for. */
    private static Predicate<OrderFacts> wanted(Request request) {
        boolean system = request.flag("include_system_purchases");
        String cycle = request.parameter("billingType");
        BillingCycle billed = cycle == null ? null : BillingCycle.parse(cycle);
        String reseller = request.parameter("indirect_reseller_id");
        return order -> (system || !order.systemPurchase())
                && (billed == null || billed == order.billingCycle())
                && (reseller == null || order.of(reseller));
    }

    private static String provisioning(OrderVersion order) {
        if (order.has(OrderStatus.COMPLETED) || order.has(OrderStatus.SUSPENDED)) {
            return "fulfilled";
        }
        return order.has(OrderStatus.CANCELLED) ? "unfulfilled" : "prefulfillment_pending";
    }
}
