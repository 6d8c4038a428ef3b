/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One line of a purchase order, as far as its status goes.
 *
 * @param number the line's number at the service
 * @param product the product as the service names it, null if it does not
 * @param vendorStatuses the service's own status words for the line by the service's own name for them
 * @param unitOfMeasure what the quantities count, null if the service does not say
 * @param orderedQuantity null, like every other quantity, if the service does not say
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PurchaseOrderLine(
        String number,
        String product,
        SortedMap<String, String> vendorStatuses,
        String unitOfMeasure,
        BigDecimal orderedQuantity,
        BigDecimal cancelledQuantity,
        BigDecimal acceptedQuantity,
        BigDecimal rejectedQuantity,
        BigDecimal receivedQuantity) {

    public PurchaseOrderLine {
        vendorStatuses = words(vendorStatuses);
        orderedQuantity = PlainNumber.of(orderedQuantity);
        cancelledQuantity = PlainNumber.of(cancelledQuantity);
        acceptedQuantity = PlainNumber.of(acceptedQuantity);
        rejectedQuantity = PlainNumber.of(rejectedQuantity);
        receivedQuantity = PlainNumber.of(receivedQuantity);
    }

    /**
     * The lines of an order in the service's order. Where the service leaves out a line's number, its place stands in.
     *
     * @param items null if the service left them out, and then so are the lines
     * @param line what one of them says
     */
    public static <T> List<PurchaseOrderLine> of(List<T> items, Function<T, PurchaseOrderLine> line) {
        if (items == null) {
            return null;
        }
        List<PurchaseOrderLine> lines = new ArrayList<>();
        for (T item : items) {
            lines.add(line.apply(item).numbered(lines.size() + 1));
        }
        return lines;
    }

    /** A line of which the service tells no more than what was ordered. */
    public static PurchaseOrderLine ordered(String number, String product, Integer quantity) {
        BigDecimal ordered = quantity == null ? null : BigDecimal.valueOf(quantity);
        return new PurchaseOrderLine(number, product, null, null, ordered, null, null, null, null);
    }

    private PurchaseOrderLine numbered(int place) {
        return number != null && !number.isBlank()
                ? this
                : new PurchaseOrderLine(
                        Integer.toString(place),
                        product,
                        vendorStatuses,
                        unitOfMeasure,
                        orderedQuantity,
                        cancelledQuantity,
                        acceptedQuantity,
                        rejectedQuantity,
                        receivedQuantity);
    }

    /** A word that is null was left out. */
    static SortedMap<String, String> words(Map<String, String> words) {
        SortedMap<String, String> kept = new TreeMap<>(words == null ? Map.of() : words);
        kept.values().removeIf(Objects::isNull);
        return Collections.unmodifiableSortedMap(kept);
    }
}
