/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.Required;
import io.postatus.core.wire.WireRecord;

/**
 * One line of an order and where it stands. Only the number is required.
 *
 * @param buyerProductIdentifier the ASIN
 * @param vendorProductIdentifier the vendor's SKU, EAN or UPC
 */
@WireRecord
public record OrderItemStatus(
        @Required String itemSequenceNumber,
        String buyerProductIdentifier,
        String vendorProductIdentifier,
        Money netCost,
        Money listPrice,
        OrderedQuantity orderedQuantity,
        AcknowledgementStatus acknowledgementStatus,
        ReceivingStatus receivingStatus) {}
