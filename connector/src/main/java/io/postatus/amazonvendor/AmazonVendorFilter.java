/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.amazonvendor.wire.OrderItemStatus;
import io.postatus.amazonvendor.wire.OrderStatus;
import io.postatus.amazonvendor.wire.PartyIdentification;
import io.postatus.core.http.Query;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which orders a stream reads; null for all. It is sent to Amazon and applied again to what comes back, since filters of
 * the service have been broken: apis/amazon-vendor-orders.md 12. What an answer does not say is no reason to drop it.
 *
 * @param purchaseOrderStatus {@code OPEN} or {@code CLOSED}; with {@code OPEN} nobody is told that an order was closed
 * @param itemConfirmationStatus of at least one line
 * @param itemReceiveStatus of at least one line
 * @param orderingVendorCode the selling party
 * @param shipToPartyId the fulfilment center
 */
public record AmazonVendorFilter(
        String purchaseOrderStatus,
        String itemConfirmationStatus,
        String itemReceiveStatus,
        String orderingVendorCode,
        String shipToPartyId)
        implements Predicate<OrderStatus> {

    public static final AmazonVendorFilter NONE = new AmazonVendorFilter(null, null, null, null, null);

    Query on(Query query) {
        return query.with("purchaseOrderStatus", purchaseOrderStatus)
                .with("itemConfirmationStatus", itemConfirmationStatus)
                .with("itemReceiveStatus", itemReceiveStatus)
                .with("orderingVendorCode", orderingVendorCode)
                .with("shipToPartyId", shipToPartyId);
    }

    @Override
    public boolean test(OrderStatus order) {
        return fits(purchaseOrderStatus, order.purchaseOrderStatus())
                && fits(orderingVendorCode, partyId(order.sellingParty()))
                && fits(shipToPartyId, partyId(order.shipToParty()))
                && anyLine(order, line -> fits(itemConfirmationStatus, confirmation(line)))
                && anyLine(order, line -> fits(itemReceiveStatus, receipt(line)));
    }

    private static boolean anyLine(OrderStatus order, Predicate<OrderItemStatus> condition) {
        List<OrderItemStatus> lines = order.itemStatus();
        return lines == null || lines.isEmpty() || lines.stream().anyMatch(condition);
    }

    private static boolean fits(String wanted, String shown) {
        return wanted == null || shown == null || wanted.equals(shown);
    }

    private static String partyId(PartyIdentification party) {
        return party == null ? null : party.partyId();
    }

    private static String confirmation(OrderItemStatus line) {
        return line.acknowledgementStatus() == null
                ? null
                : line.acknowledgementStatus().confirmationStatus();
    }

    private static String receipt(OrderItemStatus line) {
        return line.receivingStatus() == null ? null : line.receivingStatus().receiveStatus();
    }
}
