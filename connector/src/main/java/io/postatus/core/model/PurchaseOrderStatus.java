/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A purchase order as the service showed it: the canonical record and the service's own document.
 *
 * @param source the service, by the scheme of its component, for example {@code amazonvendor}
 * @param account the account's id, chosen by the user
 * @param id by which the service is asked for the order, and by which it is remembered: unique within the account
 * @param purchaseOrderNumber what people call the order; at some services the same as its id
 * @param created when the order was placed, null if the service does not say
 * @param document the service's own JSON for this order, unchanged
 * @see PurchaseOrderSummary for the other components
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"source", "account", "id", "purchaseOrderNumber"})
public record PurchaseOrderStatus(
        String source,
        String account,
        String id,
        String purchaseOrderNumber,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = InstantText.class) Instant created,
        Status status,
        String vendorStatus,
        SortedMap<String, String> vendorStatuses,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = InstantText.class)
                Instant lastUpdated,
        List<PurchaseOrderLine> lines,
        @JsonRawValue @JsonDeserialize(using = RawDocument.class) String document) {

    public PurchaseOrderStatus {
        vendorStatuses = PurchaseOrderLine.words(vendorStatuses);
        lines = lines == null ? null : List.copyOf(lines);
    }

    /** The part that is remembered. */
    @JsonIgnore
    public PurchaseOrderSummary summary() {
        return new PurchaseOrderSummary(status, vendorStatus, vendorStatuses, lastUpdated, lines);
    }

    /** The same order with what is known already in place of what this answer left out. */
    public PurchaseOrderStatus with(PurchaseOrderSummary summary) {
        return new PurchaseOrderStatus(
                source,
                account,
                id,
                purchaseOrderNumber,
                created,
                summary.status(),
                summary.vendorStatus(),
                summary.vendorStatuses(),
                summary.lastUpdated(),
                summary.lines(),
                document);
    }
}
