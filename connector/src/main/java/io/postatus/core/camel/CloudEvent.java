/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The context attributes of a change as a CloudEvents 1.0 event: id and source make it unique, partition key and sequence
 * put the events of one order in order.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0.2</a>
 */
final class CloudEvent {
    static final String DATA_CONTENT_TYPE = "application/json";
    private static final String TYPE = "io.postatus.purchaseorder.";

    private CloudEvent() {}

    /** By name, in the order of the specification; all are text. */
    static Map<String, String> attributes(PurchaseOrderChange change) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", change.eventId());
        attributes.put("source", "urn:purchase-orders:" + change.stream());
        attributes.put("type", TYPE + change.kind());
        attributes.put("subject", change.current().purchaseOrderNumber());
        attributes.put("time", change.observedAt().toString());
        attributes.put("partitionkey", change.stream() + "/" + change.current().id());
        attributes.put("sequence", Long.toString(change.sequence()));
        return attributes;
    }
}
