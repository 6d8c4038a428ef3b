/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import io.postatus.core.wire.WholeNumber;

/**
 * Tickets of one section and row.
 *
 * @param eventDate the event's own local time, whatever the account's zone
 */
@PosRecord
public record PurchaseOrderItem(
        String purchaseOrderItemId,
        String event,
        String venue,
        String eventId,
        String venueId,
        String eventDate,
        String section,
        String row,
        @WholeNumber Integer quantity,
        @WholeNumber Integer lowSeat,
        @WholeNumber Integer highSeat,
        Money unitPrice,
        Money facePrice,
        String seating,
        String stock,
        Money discount,
        Money tax,
        Money overs,
        Money total,
        String currency,
        String notes) {}
