/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;

/**
 * What the vendor does with a quantity of a line.
 *
 * @param acknowledgementCode {@code Accepted}, {@code Backordered}, {@code Rejected}
 * @param rejectionReason {@code TemporarilyUnavailable}, {@code InvalidProductIdentifier}, {@code ObsoleteProduct}
 */
@WireRecord
public record OrderItemAcknowledgement(
        String acknowledgementCode,
        ItemQuantity acknowledgedQuantity,
        @DateTime Instant scheduledShipDate,
        @DateTime Instant scheduledDeliveryDate,
        String rejectionReason) {
    public OrderItemAcknowledgement {
        scheduledShipDate = Millis.of(scheduledShipDate);
        scheduledDeliveryDate = Millis.of(scheduledDeliveryDate);
    }
}
