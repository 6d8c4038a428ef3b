/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** getPurchaseOrdersStatus (reference, section 5). */
final class StatusOperation {
    private static final List<String> STATUSES = List.of("OPEN", "CLOSED");
    private static final List<String> CONFIRMATIONS =
            List.of("ACCEPTED", "PARTIALLY_ACCEPTED", "REJECTED", "UNCONFIRMED");
    private static final List<String> RECEIPTS = List.of("NOT_RECEIVED", "PARTIALLY_RECEIVED", "RECEIVED");

    private final Paging paging;
    private final Faults faults;
    private final Bounds bounds;

    StatusOperation(Paging paging, Faults faults, Bounds bounds) {
        this.paging = paging;
        this.faults = faults;
        this.bounds = bounds;
    }

    ObjectNode answer(Request request, Parameters parameters, Instant now) {
        TimeRange created = parameters.range("createdAfter", "createdBefore", bounds);
        TimeRange updated = parameters.range("updatedAfter", "updatedBefore", bounds);
        String number = parameters.orderNumber();
        boolean ascending = parameters.ascending();
        refuseAscending(request, ascending, created, updated);
        Predicate<OrderVersion> filter = filter(parameters).and(Retention.at(now));
        TimeRange searched = Retention.recentUnlessAsked(created, updated, number, now);
        int limit = parameters.limit() + 1;
        return paging.page(
                        request,
                        parameters,
                        from -> new Selection(number, searched, updated, filter, ascending, from, limit))
                .render("ordersStatus", StatusDocument::of);
    }

    private void refuseAscending(Request request, boolean ascending, TimeRange created, TimeRange updated) {
        boolean half = created.open() != created.unbounded() || updated.open() != updated.unbounded();
        if (ascending && half && faults.strikes(Fault.ASCENDING_REFUSED, request.occasion())) {
            throw Refusal.invalidInput("");
        }
    }

    private static Predicate<OrderVersion> filter(Parameters parameters) {
        String status = parameters.word("purchaseOrderStatus", STATUSES);
        String confirmation = parameters.word("itemConfirmationStatus", CONFIRMATIONS);
        String receipt = parameters.word("itemReceiveStatus", RECEIPTS);
        String vendorCode = parameters.text("orderingVendorCode");
        String shipTo = parameters.text("shipToPartyId");
        return order -> (status == null || status.equals(order.status()))
                && (vendorCode == null || vendorCode.equals(order.vendorCode()))
                && (shipTo == null || shipTo.equals(order.shipTo()))
                && (confirmation == null || any(order, line -> confirmation.equals(line.confirmationStatus())))
                && (receipt == null || any(order, line -> receipt.equals(line.receiveStatus())));
    }

    private static boolean any(OrderVersion order, Predicate<OrderLine> test) {
        return order.lines().stream().anyMatch(test);
    }
}
