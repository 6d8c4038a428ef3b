/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.Required;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;
import java.util.List;

/**
 * An order and where it stands. Required is what Amazon's model says is: apis/amazon-vendor-orders.md 5.3; so are the
 * fields of the records within.
 *
 * @param purchaseOrderStatus {@code OPEN} or {@code CLOSED}
 * @param lastUpdatedDate may be absent, and does not cover receipts: apis/amazon-vendor-orders.md 5.4
 */
@WireRecord
public record OrderStatus(
        @Required String purchaseOrderNumber,
        @Required String purchaseOrderStatus,
        @Required @DateTime Instant purchaseOrderDate,
        @DateTime Instant lastUpdatedDate,
        @Required PartyIdentification sellingParty,
        @Required PartyIdentification shipToParty,
        @Required List<OrderItemStatus> itemStatus) {
    public OrderStatus {
        itemStatus = WireList.copy(itemStatus);
    }
}
