/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.List;

/**
 * What changed in a purchase order since it was last told: the body of every exchange that the consumers create.
 *
 * @param eventId the same for every repeat of this change, another for every other change
 * @param kind first seen, changed, or replayed: told again because somebody asked for it
 * @param replay the run of the replay that it is part of; null if it is news
 * @param stream the stream that tells, {@code <vendor>/<account>/<subscription>}
 * @param epoch grows with every poll; with the sequence it lets a sink refuse what is older
 * @param sequence grows with every change of this order on this stream
 * @param observedAt when the answer that shows the change was received, by our clock
 * @param previous what was last told, null if the order is first seen or was pruned
 * @param current the order now
 * @param changes the fields that differ, empty for an order that is first seen or replayed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PurchaseOrderChange(
        String eventId,
        ChangeKind kind,
        String replay,
        String stream,
        long epoch,
        long sequence,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = InstantText.class) Instant observedAt,
        PurchaseOrderSummary previous,
        PurchaseOrderStatus current,
        List<FieldChange> changes) {

    public PurchaseOrderChange {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** For logs: no document. */
    @Override
    public String toString() {
        return "PurchaseOrderChange[" + kind + " " + stream + " " + current.purchaseOrderNumber() + " "
                + (previous == null ? "" : previous.status() + " -> ") + current.status() + ", sequence " + sequence
                + ", " + eventId + "]";
    }
}
