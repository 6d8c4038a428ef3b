/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;

/**
 * Some seats in a row.
 *
 * @param ticketGroupId what a filter may ask for; no document shows it
 */
record TicketLine(
        String id,
        String ticketGroupId,
        Show show,
        String section,
        String row,
        int quantity,
        int lowSeat,
        Price price,
        String notes) {

    /** What a line costs; discount, tax and overs are for the whole line. */
    record Price(BigDecimal unit, BigDecimal face, BigDecimal discount, BigDecimal tax, BigDecimal overs) {
        static Price of(BigDecimal unit) {
            return new Price(unit, unit, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    TicketLine priced(Price other, String note) {
        return new TicketLine(id, ticketGroupId, show, section, row, quantity, lowSeat, other, note);
    }

    TicketLine grouped(String group) {
        return new TicketLine(id, group, show, section, row, quantity, lowSeat, price, notes);
    }

    BigDecimal total() {
        return price.unit()
                .multiply(BigDecimal.valueOf(quantity))
                .subtract(price.discount())
                .add(price.tax())
                .add(price.overs());
    }
}
