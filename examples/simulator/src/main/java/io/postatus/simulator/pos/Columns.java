/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sorting by a column of the row (section 4.2). */
final class Columns {
    private static final Map<String, Comparator<OrderVersion>> COLUMNS = Map.ofEntries(
            Map.entry("PurchaseOrderId", Comparator.comparing(OrderVersion::id)),
            Map.entry("PONumber", Comparator.comparingLong(OrderVersion::number)),
            Map.entry("PurchaseOrderDate", Comparator.comparing(OrderVersion::raised)),
            Map.entry("DateUpdated", Comparator.comparing(OrderVersion::updated)),
            Map.entry(
                    "GrandTotal", Comparator.comparing(order -> order.content().grandTotal())),
            Map.entry("Company", by(content -> content.terms().vendor().company())),
            Map.entry("CustomerId", by(content -> content.terms().vendor().customerId())),
            Map.entry("ExternalOrderNumber", by(content -> content.terms().externalNumber())),
            Map.entry("POType", by(content -> content.terms().type())),
            Map.entry("POStatus", by(content -> content.progress().status())),
            Map.entry("PaymentStatus", by(content -> content.progress().paymentStatus())),
            Map.entry("ShippingStatus", by(content -> content.progress().shippingStatus())));

    private Columns() {}

    /** The order asked for, if one is. */
    static Optional<Comparator<OrderVersion>> asked(Fields body) {
        String column = body.text("OrderBy");
        boolean descending = descending(body);
        if (column == null) {
            return Optional.empty();
        }
        if (!COLUMNS.containsKey(column)) {
            throw body.refused("OrderBy");
        }
        Comparator<OrderVersion> ascending = COLUMNS.get(column);
        return Optional.of(descending ? ascending.reversed() : ascending);
    }

    private static boolean descending(Fields body) {
        String order = body.text("SortOrder");
        if (order != null && !order.equalsIgnoreCase("ASC") && !order.equalsIgnoreCase("DESC")) {
            throw body.refused("SortOrder");
        }
        return "DESC".equalsIgnoreCase(order);
    }

    private static Comparator<OrderVersion> by(Function<Content, String> part) {
        return Comparator.comparing(order -> part.apply(order.content()));
    }
}
