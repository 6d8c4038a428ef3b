/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One order of a submitted acknowledgement. */
record Submission(String number, List<ItemAcknowledgement> items) {
    private static final List<String> REQUIRED =
            List.of("purchaseOrderNumber", "sellingParty", "acknowledgementDate", "items");

    /** Reads a body; what breaks the schema is refused at once (reference, section 6.3). */
    static List<Submission> parse(String body) {
        JsonNode acknowledgements = tree(body).path("acknowledgements");
        if (!acknowledgements.isArray() || acknowledgements.isEmpty()) {
            throw Refusal.invalidInput("acknowledgements is missing");
        }
        List<Submission> all = new ArrayList<>();
        acknowledgements.forEach(each -> all.add(one(each)));
        return all;
    }

    static void need(JsonNode object, String field) {
        if (!object.hasNonNull(field)) {
            throw Refusal.invalidInput(field + " is missing");
        }
    }

    /** The lines as they become, or why they cannot: nothing of a transaction is applied unless all of it can be. */
    List<OrderLine> applyTo(OrderVersion order, Instant at) throws Rejected {
        for (ItemAcknowledgement item : items) {
            if (order.lines().stream().noneMatch(item::names)) {
                throw new Rejected("INVALID_ITEM", "The order has no such item.");
            }
        }
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            lines.add(confirmed(line, at));
        }
        return lines;
    }

    /** A line that is not mentioned counts as rejected, and so do units that are not. */
    private OrderLine confirmed(OrderLine line, Instant at) throws Rejected {
        for (ItemAcknowledgement item : items) {
            if (item.names(line)) {
                check(item, line);
                return line.confirmed(at, item.accepted(), line.ordered() - item.accepted());
            }
        }
        return line.confirmed(at, 0, line.ordered());
    }

    private static void check(ItemAcknowledgement item, OrderLine line) throws Rejected {
        if (item.free()) {
            throw new Rejected("INVALID_COST", "The net cost must be positive.");
        }
        if (item.accepted() + item.rejected() > line.ordered()) {
            throw new Rejected("INVALID_QUANTITY", "The acknowledged quantity exceeds the ordered quantity.");
        }
        if (item.accepted() > 0 && line.confirmationStatus().equals("REJECTED")) {
            throw new Rejected("INVALID_ACKNOWLEDGEMENT", "A rejected item cannot be accepted later.");
        }
    }

    private static Submission one(JsonNode acknowledgement) {
        REQUIRED.forEach(field -> need(acknowledgement, field));
        need(acknowledgement.path("sellingParty"), "partyId");
        List<ItemAcknowledgement> items = new ArrayList<>();
        acknowledgement.path("items").forEach(item -> items.add(ItemAcknowledgement.parse(item)));
        return new Submission(acknowledgement.path("purchaseOrderNumber").asText(), items);
    }

    private static JsonNode tree(String body) {
        try {
            return Json.parse(body);
        } catch (JsonProcessingException e) {
            throw Refusal.invalidInput("The body is not JSON");
        }
    }

    /** Why business processing refuses what the schema allowed. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Rejected(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
