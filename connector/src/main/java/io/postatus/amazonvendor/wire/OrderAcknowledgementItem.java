/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * The vendor's answer to one line. Identifiers must be sent exactly as the order has them.
 *
 * @param netCost Amazon rejects the line later without a positive one
 * @param listPrice for books only
 * @param discountMultiplier for books only, for example {@code .90}
 */
@WireRecord
public record OrderAcknowledgementItem(
        String itemSequenceNumber,
        String amazonProductIdentifier,
        String vendorProductIdentifier,
        ItemQuantity orderedQuantity,
        Money netCost,
        Money listPrice,
        String discountMultiplier,
        List<OrderItemAcknowledgement> itemAcknowledgements) {
    public OrderAcknowledgementItem {
        itemAcknowledgements = WireList.copy(itemAcknowledgements);
    }
}
