/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment, or the reversal of one, with a negative amount.
 *
 * @param contraId the payment that a reversal reverses, or {@code null}
 * @param refundable what may still be paid back
 */
record Payment(
        String id,
        String mode,
        Instant date,
        BigDecimal amount,
        BigDecimal refundable,
        String reference,
        String note,
        String contraId,
        Instant updated) {

    static Payment of(String id, String mode, Instant date, BigDecimal amount, String reference, String note) {
        return new Payment(id, mode, date, amount, amount, reference, note, null, date);
    }

    Payment updated(Instant at) {
        return new Payment(id, mode, date, amount, refundable, reference, note, contraId, at);
    }

    Payment refunded(BigDecimal part, Instant at) {
        return new Payment(id, mode, date, amount, refundable.subtract(part), reference, note, contraId, at);
    }

    /** The reversal of a part of this payment. */
    Payment reversal(String other, BigDecimal part, Instant date, String why, Instant at) {
        return new Payment(other, mode, date, part.negate(), BigDecimal.ZERO, reference, why, id, at);
    }
}
