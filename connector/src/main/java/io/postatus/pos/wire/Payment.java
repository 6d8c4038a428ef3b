/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

/**
 * A payment as the list of payments shows it.
 *
 * <p>See apis/ticketutils-pos.md 4.6.
 *
 * @param paymentId presumably the purchaseOrderPaymentId of the order
 * @param paymentStatus not the order's enumeration
 */
@PosRecord
public record Payment(
        String paymentDate,
        String paymentId,
        String purchaseOrderId,
        String paymentModeId,
        Money amount,
        String referenceNo,
        String note,
        String paymentStatus,
        Boolean isDeleted,
        Boolean isReconciled,
        String dateUpdated) {}
