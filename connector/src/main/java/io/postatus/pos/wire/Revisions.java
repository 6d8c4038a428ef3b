/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.postatus.core.wire.WireList;
import java.util.List;

/**
 * The history of one order.
 *
 * @param history in no documented order; sort by version
 * @param inactiveItem lines that were deleted or made inactive
 */
@PosRecord
public record Revisions(
        @JsonProperty("POHistory") List<PurchaseOrderRevision> history, List<PurchaseOrderItem> inactiveItem) {
    public Revisions {
        history = WireList.copy(history);
        inactiveItem = WireList.copy(inactiveItem);
    }
}
