/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import io.postatus.core.wire.DecimalNumber;
import java.math.BigDecimal;

/**
 * A payment as the order shows it.
 *
 * @param contraEntryId presumably links a payment and its reversal
 * @param remainingRefundAmount what may still be refunded
 */
@PosRecord
public record PurchaseOrderPayment(
        String paymentDate,
        String purchaseOrderPaymentId,
        String paymentModeId,
        String paymentMode,
        Money amount,
        Money additionalCost,
        String referenceNo,
        String contraEntryId,
        String note,
        Money remainingRefundAmount,
        @DecimalNumber BigDecimal payPalFee) {}
