/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireRecord;

/**
 * One line of an order as it was placed.
 *
 * @param amazonProductIdentifier the ASIN
 */
@WireRecord
public record OrderItem(
        String itemSequenceNumber,
        String amazonProductIdentifier,
        String vendorProductIdentifier,
        ItemQuantity orderedQuantity,
        Boolean isBackOrderAllowed,
        Money netCost,
        Money listPrice) {}
