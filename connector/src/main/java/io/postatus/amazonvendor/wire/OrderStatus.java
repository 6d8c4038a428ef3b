/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;
import java.util.List;

/**
 * An order and where it stands.
 *
 * @param purchaseOrderStatus {@code OPEN} or {@code CLOSED}
 * @param lastUpdatedDate may be absent, and does not cover receipts: apis/amazon-vendor-orders.md 5.4
 */
@WireRecord
public record OrderStatus(
        String purchaseOrderNumber,
        String purchaseOrderStatus,
        @DateTime Instant purchaseOrderDate,
        @DateTime Instant lastUpdatedDate,
        PartyIdentification sellingParty,
        PartyIdentification shipToParty,
        List<OrderItemStatus> itemStatus) {
    public OrderStatus {
        itemStatus = WireList.copy(itemStatus);
    }
}
