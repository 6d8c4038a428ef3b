/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.poll.DocumentShape;
import io.postatus.core.poll.Mention;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.Unreadable;
import io.postatus.core.wire.WireFields;
import io.postatus.core.wire.WireJson;
import io.postatus.core.wire.WireText;
import io.postatus.pos.wire.PurchaseOrder;
import io.postatus.pos.wire.PurchaseOrderItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the service's documents to our model. Pure functions; what a document leaves out is null, and none of it throws.
 *
 * @param account the account's id
 * @param time in the account's zone
 * @param statuses what the account's words mean
 */
record PosMapper(String account, PosTime time, PosStatuses statuses) {

    /** The name of the service in events: the scheme. */
    static final String SOURCE = "pos";

    private static final String ITEM = "Items[].";

    /** The summary holds what is left out here. People and addresses are no news of an order, and stay in its document. */
    static final DocumentShape SHAPE = new DocumentShape(
            1,
            Map.of(
                    "Items", "PurchaseOrderItemId",
                    "CustomItems", "PurchaseCustomItemId",
                    "Payments", "PurchaseOrderPaymentId"),
            Set.of(
                    "PurchaseOrderId",
                    "POStatus",
                    PosStatuses.PAYMENT,
                    PosStatuses.SHIPPING,
                    PosStatuses.VOIDED,
                    PosStatuses.VOID_REASON,
                    PosStatuses.RECEIVED,
                    ITEM + "PurchaseOrderItemId",
                    ITEM + "Event",
                    ITEM + "Section",
                    ITEM + "Row",
                    ITEM + "Quantity",
                    "ShipFrom",
                    "BillTo",
                    "ShipTo"),
            WireFields.of(PurchaseOrder.class));

    /**
     * One order that somebody else has read.
     *
     * @param body the record, or its JSON as text, bytes, map or tree
     * @throws IllegalArgumentException if it is no order
     */
    Observed toObserved(Object body) {
        JsonNode document = WireJson.tree(body);
        PurchaseOrder order = WireJson.read(document, PurchaseOrder.class);
        if (order == null || WireText.isAbsent(order.purchaseOrderId())) {
            throw new IllegalArgumentException("the body is no purchase order: it has no PurchaseOrderId. Ask for the"
                    + " order with getPurchaseOrder; a row of searchPurchaseOrders does not hold it all.");
        }
        return Observed.of(toStatus(order, document), SHAPE, document);
    }

    /** An order that was asked for by its id. */
    Page toPage(JsonNode document, Instant serviceTime) {
        return new Page(List.of(toObserved(document)), List.of(), null, serviceTime);
    }

    /**
     * The orders of a walk that settled.
     *
     * @param rest what is still to be walked; null if nothing
     */
    Page toMentions(PosSearchWalk.Seen seen, PageToken rest) {
        List<Mention.Moved> moved = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (PosSearchWalk.Row row : seen.rows()) {
            if (row.orderId() == null) {
                unreadable.add(new Unreadable(row.document(), "it has no PurchaseOrderId"));
            } else {
                moved.add(new Mention.Moved(row.orderId()));
            }
        }
        return Page.ofMentions(moved, unreadable, rest, seen.serviceTime());
    }

    private PurchaseOrderStatus toStatus(PurchaseOrder order, JsonNode document) {
        PurchaseOrderSummary words = new PurchaseOrderSummary(
                null,
                order.poStatus(),
                words(order, document),
                null,
                PurchaseOrderLine.of(order.items(), PosMapper::toLine));
        return new PurchaseOrderStatus(
                SOURCE,
                account,
                order.purchaseOrderId(),
                order.poNumber() == null
                        ? order.purchaseOrderId()
                        : order.poNumber().toString(),
                time.instant(order.dateRaised()),
                statuses.status(words),
                words.vendorStatus(),
                words.vendorStatuses(),
                null,
                words.lines(),
                document.toString());
    }

    private static PurchaseOrderLine toLine(PurchaseOrderItem item) {
        return PurchaseOrderLine.ordered(item.purchaseOrderItemId(), tickets(item), item.quantity());
    }

    /** Event, section and row; null if none is told. */
    private static String tickets(PurchaseOrderItem item) {
        String tickets = Stream.of(item.event(), item.section(), item.row())
                .filter(part -> !WireText.isAbsent(part))
                .collect(Collectors.joining(", "));
        return tickets.isEmpty() ? null : tickets;
    }

    private static SortedMap<String, String> words(PurchaseOrder order, JsonNode document) {
        SortedMap<String, String> words = new TreeMap<>();
        words.put(PosStatuses.PAYMENT, order.paymentStatus());
        words.put(PosStatuses.SHIPPING, order.shippingStatus());
        words.put(PosStatuses.VOIDED, evidence(PosStatuses.VOIDED, order.dateVoided(), document));
        words.put(PosStatuses.VOID_REASON, evidence(PosStatuses.VOID_REASON, order.voidReason(), document));
        words.put(PosStatuses.RECEIVED, evidence(PosStatuses.RECEIVED, order.dateReceived(), document));
        return words;
    }

    /** What is said not to be set overrules what was known, as when a voided order is taken up again; silence does not. */
    private static String evidence(String name, String text, JsonNode document) {
        if (!document.has(name)) {
            return null;
        }
        return PosTime.isUnset(text) ? "" : text;
    }
}
