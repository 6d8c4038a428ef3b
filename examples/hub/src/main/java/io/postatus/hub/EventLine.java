/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.core.model.FieldChange;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import java.time.Instant;
import java.util.List;

/**
 * One line of the events file. Every line has every field, in this order, null where there is nothing to say.
 *
 * @param eventId the same for every repeat of a change: a reader of the file drops what it has seen
 * @param source the service, by the scheme of its component
 * @param account the account's name, as configured
 * @param id by which the service is asked for the order; with source and account it stands for one order
 * @param purchaseOrderNumber what people call the order; at some services the same as its id
 * @param kind {@code first-seen} or {@code changed}
 * @param status the canonical status
 * @param vendorStatus the service's own word for it
 * @param previousStatus the canonical status last told, null if the order is first seen
 * @param lastUpdated when the service says the order last changed
 * @param observedAt when the answer that shows the change was received
 * @param epoch with the sequence it puts the events of an order in order
 * @param sequence grows with every change of the order
 * @param changes the fields that differ, empty for an order that is first seen
 * @param document the service's own JSON, unchanged
 */
@JsonPropertyOrder({
    "eventId",
    "source",
    "account",
    "id",
    "purchaseOrderNumber",
    "kind",
    "status",
    "vendorStatus",
    "previousStatus",
    "lastUpdated",
    "observedAt",
    "epoch",
    "sequence",
    "changes",
    "document"
})
public record EventLine(
        String eventId,
        String source,
        String account,
        String id,
        String purchaseOrderNumber,
        String kind,
        String status,
        String vendorStatus,
        String previousStatus,
        String lastUpdated,
        String observedAt,
        long epoch,
        long sequence,
        List<FieldChange> changes,
        @JsonRawValue String document) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The line that tells this change. */
    public static EventLine of(PurchaseOrderChange change) {
        PurchaseOrderStatus order = change.current();
        return new EventLine(
                change.eventId(),
                order.source(),
                order.account(),
                order.id(),
                order.purchaseOrderNumber(),
                change.kind().toString(),
                order.status().toString(),
                order.vendorStatus(),
                change.previous() == null ? null : change.previous().status().toString(),
                text(order.lastUpdated()),
                text(change.observedAt()),
                change.epoch(),
                change.sequence(),
                change.changes(),
                order.document());
    }

    /** The line as it stands in the file, with its end: one text is one write. */
    public static String json(PurchaseOrderChange change) throws JsonProcessingException {
        return JSON.writeValueAsString(of(change)) + "\n";
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
