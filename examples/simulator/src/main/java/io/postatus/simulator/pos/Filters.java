/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a Search asks for (section 4.2). Texts are compared as a whole, without regard to case. */
record Filters(DateWindow updated, Predicate<OrderVersion> others) {
    static Filters of(Fields body, Notation notation, boolean endExcluded) {
        DateWindow updated = updated(body, endExcluded);
        DateWindow raised = DateWindow.of(body, "PurchaseOrderDate", endExcluded);
        Predicate<OrderVersion> others = order -> raised.contains(notation.local(order.raised()));
        return new Filters(
                updated,
                others.and(identity(body)).and(statuses(body)).and(vendor(body)).and(links(body)));
    }

    boolean matches(OrderVersion order, Notation notation) {
        return updated.contains(notation.local(order.updated())) && others.test(order);
    }

    /** Either DateUpdated or UpdatedSince may be given. */
    private static DateWindow updated(Fields body, boolean endExcluded) {
        LocalDateTime since = body.date("DateUpdated");
        DateWindow window = DateWindow.of(body, "UpdatedSince", endExcluded);
        if (since != null && !window.unbounded()) {
            throw body.refused("DateUpdated");
        }
        return since == null ? window : DateWindow.since(since);
    }

    private static Predicate<OrderVersion> identity(Fields body) {
        Long number = body.number("PONumber");
        String id = body.text("PurchaseOrderId");
        String external = body.text("ExternalOrderNumber");
        return order -> (number == null || number == 0 || number == order.number())
                && same(id, order.id())
                && same(external, order.content().terms().externalNumber());
    }

    private static Predicate<OrderVersion> statuses(Fields body) {
        Set<String> types = body.words("POType", Vocabulary.TYPE);
        Set<String> statuses = body.words("PurchaseOrderStatus", Vocabulary.STATUS);
        Set<String> payment = body.words("PaymentStatus", Vocabulary.PAYMENT_STATUS);
        Set<String> shipping = body.words("ShippingStatus", Vocabulary.SHIPPING_STATUS);
        return order -> anyOf(types, order.content().terms().type())
                && anyOf(statuses, order.content().progress().status())
                && anyOf(payment, order.content().progress().paymentStatus())
                && anyOf(shipping, order.content().progress().shippingStatus());
    }

    private static Predicate<OrderVersion> vendor(Fields body) {
        String customer = body.text("CustomerId");
        String email = body.text("Email");
        String company = body.text("Company");
        return order -> {
            Vendor vendor = order.content().terms().vendor();
            return same(customer, vendor.customerId())
                    && same(email, vendor.email())
                    && same(company, vendor.company());
        };
    }

    private static Predicate<OrderVersion> links(Fields body) {
        String group = body.text("TicketGroupId");
        String invoice = body.text("InvoiceId");
        Set<String> tags = new HashSet<>(body.texts("Tags"));
        return order -> {
            List<TicketLine> lines = order.content().lines();
            return (group == null || lines.stream().anyMatch(line -> same(group, line.ticketGroupId())))
                    && same(invoice, order.content().terms().invoiceId())
                    && (tags.isEmpty()
                            || order.content().terms().tags().stream().anyMatch(tags::contains));
        };
    }

    private static boolean same(String wanted, String text) {
        return wanted == null || wanted.equalsIgnoreCase(text);
    }

    private static boolean anyOf(Set<String> wanted, String word) {
        return wanted.isEmpty() || wanted.contains(word);
    }
}
