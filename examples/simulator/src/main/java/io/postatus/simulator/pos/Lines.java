/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The lines of an order document (section 5). */
final class Lines {
    private Lines() {}

    static ObjectNode tickets(TicketLine line, String currency, Notation notation) {
        Show show = line.show();
        TicketLine.Price price = line.price();
        ObjectNode json = Json.object();
        json.put("PurchaseOrderItemId", line.id());
        json.put("Event", show.event()).put("Venue", show.venue());
        json.put("EventId", show.eventId()).put("VenueId", show.venueId());
        notation.date(json, "EventDate", show.date());
        json.put("Section", line.section()).put("Row", line.row()).put("Quantity", line.quantity());
        json.put("LowSeat", line.lowSeat()).put("HighSeat", line.lowSeat() + line.quantity() - 1);
        json.set("UnitPrice", Json.money(price.unit(), currency));
        json.set("FacePrice", Json.money(price.face(), currency));
        notation.word(json, "Seating", Vocabulary.SEATING, "Consecutive");
        notation.word(json, "Stock", Vocabulary.STOCK, "Hard");
        json.set("Discount", Json.money(price.discount(), currency));
        json.set("Tax", Json.money(price.tax(), currency));
        json.set("Overs", Json.money(price.overs(), currency));
        json.set("Total", Json.money(line.total(), currency));
        return json.put("Currency", currency).put("Notes", line.notes());
    }

    static ObjectNode custom(CustomLine line, String currency) {
        ObjectNode json = Json.object();
        json.put("PurchaseCustomItemId", line.id()).put("Description", line.description());
        json.set("Total", Json.money(line.total(), currency));
        return json;
    }
}
