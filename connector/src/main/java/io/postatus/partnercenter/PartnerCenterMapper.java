/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.poll.DocumentShape;
import io.postatus.core.poll.Mention;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.PageToken;
import io.postatus.core.poll.Unreadable;
import io.postatus.core.wire.WireFields;
import io.postatus.core.wire.WireJson;
import io.postatus.core.wire.WireText;
import io.postatus.partnercenter.wire.AuditRecord;
import io.postatus.partnercenter.wire.Customer;
import io.postatus.partnercenter.wire.Order;
import io.postatus.partnercenter.wire.OrderLineItem;
import io.postatus.partnercenter.wire.ResourceCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * From Microsoft's documents to our model. Pure functions; what a document leaves out is null, and none of it throws.
 *
 * @param account the account's id
 */
record PartnerCenterMapper(String account) {

    /** The name of the service in events: the scheme. */
    static final String SOURCE = "partnercenter";

    private static final String ITEM = "lineItems[].";

    /** The summary holds what is left out here, and links and etags change without meaning anything. */
    static final DocumentShape SHAPE = new DocumentShape(
            1,
            Map.of("lineItems", "lineItemNumber"),
            Set.of(
                    "id",
                    "status",
                    "links",
                    "attributes",
                    ITEM + "lineItemNumber",
                    ITEM + "offerId",
                    ITEM + "quantity",
                    ITEM + "links"),
            WireFields.of(Order.class));

    /** Below every version of {@link #SHAPE}. */
    private static final int ROW_VERSION = 0;

    /**
     * One order that somebody else has read.
     *
     * @param body the record, or its JSON as text, bytes, map or tree
     * @throws IllegalArgumentException if it is no order
     */
    Observed toObserved(Object body) {
        JsonNode document = WireJson.tree(body);
        Order order = WireJson.read(document, Order.class);
        if (order == null || WireText.isAbsent(order.id()) || WireText.isAbsent(order.referenceCustomerId())) {
            throw new IllegalArgumentException("the body is no order: it has no id or no referenceCustomerId. Split the"
                    + " answer of getOrders by its items first.");
        }
        return toObserved(document, new PartnerCenterOrderId(order.referenceCustomerId(), order.id()));
    }

    /** @return null if it shows no order, or another */
    Observed toObserved(JsonNode document, PartnerCenterOrderId asked) {
        Order order = WireJson.read(document, Order.class);
        return order == null || WireText.isAbsent(order.id()) || !isOf(order, asked)
                ? null
                : Observed.of(toStatus(order, asked, document), SHAPE, document);
    }

    /** The log may have named the order by its other id. */
    private static boolean isOf(Order order, PartnerCenterOrderId asked) {
        String customer = order.referenceCustomerId();
        return Stream.of(order.id(), order.alternateId()).anyMatch(id -> isSame(id, asked.orderId()))
                && (WireText.isAbsent(customer) || isSame(customer, asked.customerId()));
    }

    private static boolean isSame(String id, String asked) {
        return id != null && PartnerCenterOrderId.canonical(id).equals(asked);
    }

    /**
     * Rows of a list. Only status and quantities of a row count: nobody says that lists show the rest as a reading by id
     * does, and a field that is shown in two ways would have every order read at every look.
     */
    Page toRows(ResourceCollection page, Instant serviceTime, String customerId) {
        List<Mention> rows = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (JsonNode document : page.items()) {
            Order order = WireJson.read(document, Order.class);
            if (order == null || !PartnerCenterOrderId.isId(order.id())) {
                unreadable.add(unreadable(document));
            } else {
                PartnerCenterOrderId id = new PartnerCenterOrderId(customerId, order.id());
                PurchaseOrderStatus status = toStatus(order, id, document);
                rows.add(new Mention.Row(new Observed(status, ROW_VERSION, Collections.emptySortedMap())));
            }
        }
        return Page.ofMentions(rows, unreadable, PageToken.of(page.nextToken()), serviceTime);
    }

    /** Records of the activity log that speak of orders. */
    Page toMentions(ResourceCollection page, Instant serviceTime, Predicate<AuditRecord> wanted) {
        Set<Mention> mentions = new LinkedHashSet<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (JsonNode document : page.items()) {
            AuditRecord audit = WireJson.read(document, AuditRecord.class);
            String order = audit == null || !wanted.test(audit) ? null : order(audit);
            if (WireText.isAbsent(order) || WireText.isAbsent(audit.customerId())) {
                continue;
            }
            if (PartnerCenterOrderId.isId(order) && PartnerCenterOrderId.isId(audit.customerId())) {
                mentions.add(new Mention.Exists(new PartnerCenterOrderId(audit.customerId(), order).toString()));
            } else {
                unreadable.add(unreadable(document));
            }
        }
        return Page.ofMentions(List.copyOf(mentions), unreadable, PageToken.of(page.nextToken()), serviceTime);
    }

    private static String order(AuditRecord audit) {
        return audit.detail("OrderId") == null ? audit.detail("AlternateId") : audit.detail("OrderId");
    }

    Page toCustomers(ResourceCollection page, Instant serviceTime) {
        List<String> customers = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (JsonNode document : page.items()) {
            Customer customer = WireJson.read(document, Customer.class);
            if (customer == null || !PartnerCenterOrderId.isId(customer.id())) {
                unreadable.add(unreadable(document));
            } else {
                customers.add(PartnerCenterOrderId.canonical(customer.id()));
            }
        }
        PageToken next = PageToken.of(page.nextToken());
        return new Page(List.of(), List.of(), customers, unreadable, next, serviceTime);
    }

    private static Unreadable unreadable(JsonNode document) {
        return new Unreadable(document.toString(), "it has no id that can be asked for");
    }

    private PurchaseOrderStatus toStatus(Order order, PartnerCenterOrderId id, JsonNode document) {
        return new PurchaseOrderStatus(
                SOURCE,
                account,
                id.toString(),
                id.orderId(),
                order.creationDate(),
                PartnerCenterStatuses.status(order.status()),
                order.status(),
                null,
                null,
                PurchaseOrderLine.of(order.lineItems(), PartnerCenterMapper::toLine),
                document.toString());
    }

    private static PurchaseOrderLine toLine(OrderLineItem item) {
        return PurchaseOrderLine.ordered(
                Objects.toString(item.lineItemNumber(), null), item.offerId(), item.quantity());
    }
}
