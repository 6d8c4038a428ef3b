/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One version of one order as readers could see it.
 *
 * @param visibleAt the first instant at which a reader saw this version
 * @param listedAt the first instant at which lists show it: later where lists lag behind single reads
 * @param lastUpdated what the version itself says of its last update, which may be earlier
 * @param status the service's own status word
 * @param rendering makes the document on demand: a large world keeps versions, not texts
 */
public record TruthEntry(
        String account,
        String purchaseOrderNumber,
        int version,
        Instant visibleAt,
        Instant listedAt,
        Instant lastUpdated,
        String status,
        Supplier<? extends JsonNode> rendering) {

    /** A version that every way of reading shows at the same instant. */
    public TruthEntry(
            String account,
            String purchaseOrderNumber,
            int version,
            Instant visibleAt,
            Instant lastUpdated,
            String status,
            Supplier<? extends JsonNode> rendering) {
        this(account, purchaseOrderNumber, version, visibleAt, visibleAt, lastUpdated, status, rendering);
    }

    /** The order as the service renders it. */
    public JsonNode document() {
        return rendering.get();
    }

    /** The entry as it stands in the truth file. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("account", account);
        json.put("purchaseOrderNumber", purchaseOrderNumber);
        json.put("version", version);
        json.put("visibleAt", visibleAt.toString());
        json.put("listedAt", listedAt.toString());
        json.put("lastUpdated", lastUpdated.toString());
        json.put("status", status);
        json.set("document", document());
        return json;
    }
}
