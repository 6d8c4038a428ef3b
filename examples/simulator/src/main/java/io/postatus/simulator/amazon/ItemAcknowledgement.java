/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a vendor says of one line; backordered units count as accepted.
 *
 * @param sequence the line's number, or -1 where the vendor named it otherwise
 * @param cost the net cost, or {@code null}
 */
record ItemAcknowledgement(int sequence, String asin, String vendorSku, BigDecimal cost, int accepted, int rejected) {
    private static final List<String> CODES = List.of("Accepted", "Backordered", "Rejected");
    private static final List<String> REASONS =
            List.of("TemporarilyUnavailable", "InvalidProductIdentifier", "ObsoleteProduct");

    static ItemAcknowledgement parse(JsonNode item) {
        Submission.need(item, "orderedQuantity");
        Submission.need(item, "itemAcknowledgements");
        int accepted = 0;
        int rejected = 0;
        for (JsonNode part : item.path("itemAcknowledgements")) {
            int units = units(part);
            boolean refused = part.path("acknowledgementCode").asText().equals("Rejected");
            accepted += refused ? 0 : units;
            rejected += refused ? units : 0;
        }
        return new ItemAcknowledgement(
                item.path("itemSequenceNumber").asInt(-1),
                item.path("amazonProductIdentifier").asText(),
                item.path("vendorProductIdentifier").asText(),
                cost(item.path("netCost").path("amount")),
                accepted,
                rejected);
    }

    boolean names(OrderLine line) {
        return sequence > 0
                ? sequence == line.sequence()
                : asin.equals(line.goods().asin())
                        || vendorSku.equals(line.goods().vendorSku());
    }

    boolean free() {
        return cost == null || cost.signum() <= 0;
    }

    private static int units(JsonNode part) {
        if (!CODES.contains(part.path("acknowledgementCode").asText())) {
            throw Refusal.invalidInput("acknowledgementCode must be one of " + CODES);
        }
        JsonNode reason = part.path("rejectionReason");
        if (!reason.isMissingNode() && !REASONS.contains(reason.asText())) {
            throw Refusal.invalidInput("rejectionReason must be one of " + REASONS);
        }
        JsonNode amount = part.path("acknowledgedQuantity").path("amount");
        if (!amount.canConvertToInt() || amount.asInt() < 0) {
            throw Refusal.invalidInput("acknowledgedQuantity needs an amount");
        }
        return amount.asInt();
    }

    private static BigDecimal cost(JsonNode amount) {
        try {
            return amount.isMissingNode() ? null : new BigDecimal(amount.asText());
        } catch (NumberFormatException e) {
            throw Refusal.invalidInput("netCost.amount is not a decimal");
        }
    }
}
