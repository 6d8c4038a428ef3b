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

    public PurchaseOrderLine {
        vendorStatuses = words(vendorStatuses);
        orderedQuantity = PlainNumber.of(orderedQuantity);
        cancelledQuantity = PlainNumber.of(cancelledQuantity);
        acceptedQuantity = PlainNumber.of(acceptedQuantity);
        rejectedQuantity = PlainNumber.of(rejectedQuantity);
        receivedQuantity = PlainNumber.of(receivedQuantity);
    }

    /** A word that is null was left out. */
    static SortedMap<String, String> words(Map<String, String> words) {
        SortedMap<String, String> kept = new TreeMap<>(words == null ? Map.of() : words);
        kept.values().removeIf(Objects::isNull);
        return Collections.unmodifiableSortedMap(kept);
    }
}
