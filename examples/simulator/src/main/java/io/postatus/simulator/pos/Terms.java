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
        Consignment consignment,
        String invoiceId,
        List<String> tags) {

    /** The vendor's share when goods are sold for the vendor's account. */
    record Consignment(String operation, BigDecimal commission) {
        static final Consignment NONE = new Consignment("Any", BigDecimal.ZERO);
    }

    Terms externalNumber(String other) {
        return new Terms(other, type, currency, vendor, notes, consignment, invoiceId, tags);
    }

    Terms type(String other) {
        return new Terms(externalNumber, other, currency, vendor, notes, consignment, invoiceId, tags);
    }

    Terms currency(String other) {
        return new Terms(externalNumber, type, other, vendor, notes, consignment, invoiceId, tags);
    }

    Terms vendor(Vendor other) {
        return new Terms(externalNumber, type, currency, other, notes, consignment, invoiceId, tags);
    }

    Terms notes(String other) {
        return new Terms(externalNumber, type, currency, vendor, other, consignment, invoiceId, tags);
    }

    Terms consignment(Consignment other) {
        return new Terms(externalNumber, type, currency, vendor, notes, other, invoiceId, tags);
    }
}
