/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.Instant;

/** How far an order is: three statuses that move apart, and the dates that prove an end (section 7). */
record Progress(
        String status,
        String paymentStatus,
        String shippingStatus,
        Instant voided,
        String voidReason,
        Instant received) {

    static final Progress FRESH = new Progress("Pending", "Pending", "NotShipped", null, null, null);

    Progress status(String word) {
        return new Progress(word, paymentStatus, shippingStatus, voided, voidReason, received);
    }

    Progress paymentStatus(String word) {
        return new Progress(status, word, shippingStatus, voided, voidReason, received);
    }

    Progress shippingStatus(String word) {
        return new Progress(status, paymentStatus, word, voided, voidReason, received);
    }

    Progress cancelled(String reason, Instant at) {
        return new Progress("Void", paymentStatus, shippingStatus, at, reason, received);
    }

    Progress received(Instant at) {
        return new Progress("Received", paymentStatus, "Received", voided, voidReason, at);
    }

    /** Void no longer: final orders can change, too. */
    Progress resumed() {
        return new Progress("Active", paymentStatus, shippingStatus, null, null, received);
    }

    boolean ended() {
        return voided != null || (received != null && paymentStatus.equals("Paid"));
    }
}
