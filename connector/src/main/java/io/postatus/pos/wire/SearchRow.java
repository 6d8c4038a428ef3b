/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.postatus.core.wire.LongNumber;

/**
 * What is known to stand in a row. Only the id can be relied on: the order itself is read by it.
 *
 * @param purchaseOrderDate presumably when the order was raised
 */
@PosRecord
public record SearchRow(
        String purchaseOrderId,
        @JsonProperty("PONumber") @LongNumber Long poNumber,
        String purchaseOrderDate,
        String company,
        String customerId,
        String paymentStatus,
        Money grandTotal) {

    /** Without the vendor's name. */
    @Override
    public String toString() {
        return "SearchRow[" + purchaseOrderId + "]";
    }
}
