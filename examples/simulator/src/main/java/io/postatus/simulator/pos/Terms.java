/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was agreed.
 *
 * @param invoiceId the invoice the order is linked to, or {@code null}; no document shows it, but a filter asks for it
 */
record Terms(
        String externalNumber,
        String type,
        String currency,
        Vendor vendor,
        String notes,
        BigDecimal commission,
        String consignOperation,
        String processedAt,
        String invoiceId,
        List<String> tags) {

    Terms externalNumber(String other) {
        return new Terms(
                other, type, currency, vendor, notes, commission, consignOperation, processedAt, invoiceId, tags);
    }

    Terms type(String other) {
        return new Terms(
                externalNumber,
                other,
                currency,
                vendor,
                notes,
                commission,
                consignOperation,
                processedAt,
                invoiceId,
                tags);
    }

    Terms notes(String other) {
        return new Terms(
                externalNumber,
                type,
                currency,
                vendor,
                other,
                commission,
                consignOperation,
                processedAt,
                invoiceId,
                tags);
    }

    Terms consignment(String operation, BigDecimal share) {
        return new Terms(externalNumber, type, currency, vendor, notes, share, operation, processedAt, invoiceId, tags);
    }
}
