/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** getPurchaseOrders and getPurchaseOrder (reference, sections 6.1 and 6.2). */
final class OrdersOperation {
    private static final List<String> STATES = List.of("New", "Acknowledged", "Closed");

    private final Paging paging;
    private final Bounds bounds;

    OrdersOperation(Paging paging, Bounds bounds) {
        this.paging = paging;
        this.bounds = bounds;
    }

    ObjectNode list(Request request, Parameters parameters, Instant now) {
        TimeRange created = parameters.range("createdAfter", "createdBefore", bounds);
        TimeRange changed = parameters.range("changedAfter", "changedBefore", bounds);
        boolean details = parameters.truth("includeDetails", true);
        boolean ascending = parameters.ascending();
        Predicate<OrderVersion> filter = filter(parameters)
                .and(order -> changed.contains(order.changed()))
                .and(Retention.at(now));
        TimeRange searched = Retention.recentUnlessAsked(created, changed, null, now);
        TimeRange anyUpdate = new TimeRange(null, null, bounds);
        int limit = parameters.limit() + 1;
        return paging.page(
                        request,
                        parameters,
                        from -> new Selection(null, searched, anyUpdate, filter, ascending, from, limit))
                .render("orders", details ? OrderDocument::of : OrderDocument::brief);
    }

    ObjectNode one(Request request, Instant now) {
        String number = request.route().argument();
        Parameters.checkOrderNumber(number);
        ObjectNode body = Json.object();
        body.set(
                "payload",
                request.account()
                        .look(at -> request.account().chronicle().ledger().find(number))
                        .filter(Retention.at(now))
                        .map(OrderDocument::of)
                        .orElseThrow(() -> Refusal.notFound("")));
        return body;
    }

    private static Predicate<OrderVersion> filter(Parameters parameters) {
        boolean cancelled = parameters.word("poItemState", List.of("Cancelled")) != null;
        boolean onlyChanged = parameters.truth("isPOChanged", false);
        String state = parameters.word("purchaseOrderState", STATES);
        String vendorCode = parameters.text("orderingVendorCode");
        return order -> (state == null || state.equals(order.state()))
                && (vendorCode == null || vendorCode.equals(order.vendorCode()))
                && (!onlyChanged || order.changed() != null)
                && (!cancelled || order.lines().stream().anyMatch(OrderLine::cancelled));
    }
}
