/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

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

    private static final int LONGEST = 50;

    public PurchaseOrderLine {
        vendorStatuses = words(vendorStatuses);
        orderedQuantity = plain(orderedQuantity);
        cancelledQuantity = plain(cancelledQuantity);
        acceptedQuantity = plain(acceptedQuantity);
        rejectedQuantity = plain(rejectedQuantity);
        receivedQuantity = plain(receivedQuantity);
    }

    /** One form for each number, so that 90 and 90.0 are no change; nobody orders 1E+999999999, so it stays as it is. */
    private static BigDecimal plain(BigDecimal quantity) {
        if (quantity == null || Math.abs((long) quantity.scale()) > LONGEST) {
            return quantity;
        }
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A word that is null was left out. */
    static SortedMap<String, String> words(Map<String, String> words) {
        SortedMap<String, String> kept = new TreeMap<>(words == null ? Map.of() : words);
        kept.values().removeIf(Objects::isNull);
        return Collections.unmodifiableSortedMap(kept);
    }
}
