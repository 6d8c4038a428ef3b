/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * The part of an order that is remembered between polls: status words, line quantities, last updated.
 *
 * @param status the canonical status
 * @param vendorStatus the service's own word for it, verbatim
 * @param vendorStatuses further status words of the order by the service's own name for them
 * @param lastUpdated when the service says the order last changed, null if it does not say
 * @param lines the order's lines in the service's order, null if the service left them out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PurchaseOrderSummary(
        Status status,
        String vendorStatus,
        SortedMap<String, String> vendorStatuses,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = InstantText.class)
                Instant lastUpdated,
        List<PurchaseOrderLine> lines) {

    public PurchaseOrderSummary {
        vendorStatuses = PurchaseOrderLine.words(vendorStatuses);
        lines = lines == null ? null : List.copyOf(lines);
    }

    /** The same with another canonical status. */
    public PurchaseOrderSummary with(Status status) {
        return new PurchaseOrderSummary(status, vendorStatus, vendorStatuses, lastUpdated, lines);
    }
}
