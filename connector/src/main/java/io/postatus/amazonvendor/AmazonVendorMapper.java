/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.amazonvendor.wire.AcknowledgementStatus;
import io.postatus.amazonvendor.wire.ItemQuantity;
import io.postatus.amazonvendor.wire.OrderItemStatus;
import io.postatus.amazonvendor.wire.OrderStatus;
import io.postatus.amazonvendor.wire.ReceivingStatus;
import io.postatus.amazonvendor.wire.StatusPage;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.poll.DocumentShape;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.Unreadable;
import io.postatus.core.wire.WireFields;
import io.postatus.core.wire.WireJson;
import io.postatus.core.wire.WireText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * From Amazon's documents to our model. Pure functions; what a document leaves out is null, and none of it throws.
 *
 * @param account the account's id
 */
record AmazonVendorMapper(String account) {

    /** The name of the service in events: the scheme. */
    static final String SOURCE = "amazonvendor";

    private static final String ITEM = "itemStatus[].";

    /** The summary holds what is left out here. Histories have no keys: no order of their entries is promised. */
    static final DocumentShape SHAPE = new DocumentShape(
            1,
            Map.of("itemStatus", "itemSequenceNumber"),
            Set.of(
                    "purchaseOrderNumber",
                    "purchaseOrderStatus",
                    "lastUpdatedDate",
                    ITEM + "itemSequenceNumber",
                    ITEM + "buyerProductIdentifier",
                    ITEM + "orderedQuantity.orderedQuantity.amount",
                    ITEM + "orderedQuantity.orderedQuantity.unitOfMeasure",
                    ITEM + "acknowledgementStatus.confirmationStatus",
                    ITEM + "acknowledgementStatus.acceptedQuantity.amount",
                    ITEM + "acknowledgementStatus.rejectedQuantity.amount",
                    ITEM + "receivingStatus.receiveStatus",
                    ITEM + "receivingStatus.receivedQuantity.amount"),
            WireFields.of(OrderStatus.class));

    /**
     * One order that somebody else has read.
     *
     * @param body the record, or its JSON as text, bytes, map or tree
     * @throws IllegalArgumentException if it is no order
     */
    Observed toObserved(Object body) {
        JsonNode document = WireJson.tree(body);
        OrderStatus order = WireJson.read(document, OrderStatus.class);
        if (order == null || WireText.isAbsent(order.purchaseOrderNumber())) {
            throw new IllegalArgumentException("the body is no order status: it has no purchaseOrderNumber. Split the"
                    + " answer of getPurchaseOrdersStatus by its payload.ordersStatus first.");
        }
        return Observed.of(toStatus(order, document), SHAPE, document);
    }

    /** @param wanted which of the orders that the service shows are wanted */
    Page toPage(StatusPage page, Instant serviceTime, Predicate<OrderStatus> wanted) {
        List<Observed> orders = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (JsonNode document : page.orders()) {
            OrderStatus order = WireJson.read(document, OrderStatus.class);
            if (order == null || WireText.isAbsent(order.purchaseOrderNumber())) {
                unreadable.add(new Unreadable(document.toString(), "it has no purchaseOrderNumber"));
            } else if (wanted.test(order)) {
                orders.add(Observed.of(toStatus(order, document), SHAPE, document));
            }
        }
        return new Page(orders, unreadable, PageToken.of(page.nextToken()), serviceTime);
    }

    private PurchaseOrderStatus toStatus(OrderStatus order, JsonNode document) {
        PurchaseOrderSummary words = new PurchaseOrderSummary(
                null,
                order.purchaseOrderStatus(),
                null,
                order.lastUpdatedDate(),
                PurchaseOrderLine.of(order.itemStatus(), AmazonVendorMapper::toLine));
        return new PurchaseOrderStatus(
                SOURCE,
                account,
                order.purchaseOrderNumber(),
                order.purchaseOrderNumber(),
                order.purchaseOrderDate(),
                AmazonVendorStatuses.status(words),
                words.vendorStatus(),
                words.vendorStatuses(),
                words.lastUpdated(),
                words.lines(),
                document.toString());
    }

    private static PurchaseOrderLine toLine(OrderItemStatus item) {
        AcknowledgementStatus answer = item.acknowledgementStatus();
        ReceivingStatus receipt = item.receivingStatus();
        LineUnit unit = LineUnit.of(item);
        return new PurchaseOrderLine(
                item.itemSequenceNumber(),
                item.buyerProductIdentifier() == null ? item.vendorProductIdentifier() : item.buyerProductIdentifier(),
                words(answer, receipt),
                unit.name(),
                unit.count(ordered(item)),
                unit.cancelled(item.orderedQuantity()),
                unit.count(answer == null ? null : answer.acceptedQuantity()),
                unit.count(answer == null ? null : answer.rejectedQuantity()),
                unit.count(receipt == null ? null : receipt.receivedQuantity()));
    }

    private static ItemQuantity ordered(OrderItemStatus item) {
        return item.orderedQuantity() == null ? null : item.orderedQuantity().orderedQuantity();
    }

    private static SortedMap<String, String> words(AcknowledgementStatus answer, ReceivingStatus receipt) {
        SortedMap<String, String> words = new TreeMap<>();
        if (answer != null && answer.confirmationStatus() != null) {
            words.put(AmazonVendorStatuses.CONFIRMATION, answer.confirmationStatus());
        }
        if (receipt != null && receipt.receiveStatus() != null) {
            words.put(AmazonVendorStatuses.RECEIVE, receipt.receiveStatus());
        }
        return words;
    }
}
