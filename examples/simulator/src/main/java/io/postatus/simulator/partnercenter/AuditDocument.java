/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record of the activity log as the service renders it (apis/partner-center-orders.md 10). */
record AuditDocument(PartnerTenant tenant) {
    ObjectNode of(AuditRecord record) {
        OrderFacts order = record.order().facts();
        ObjectNode json = Json.object().put("id", record.id()).put("partnerId", tenant.tenantId());
        json.put("customerId", order.customer().id());
        json.put("customerName", order.customer().name());
        json.put("userPrincipalName", "agent@" + tenant.id() + ".example");
        json.put("applicationId", tenant.clientId());
        json.put("resourceType", AuditRecord.RESOURCE_TYPE);
        json.put("resourceNewValue", newValue(record.order()));
        json.put("operationType", record.operation());
        json.put("operationDate", Json.instant(record.at()));
        json.put("operationStatus", "succeeded");
        json.set("customizedData", customizedData(order));
        json.set("attributes", Json.attributes("AuditRecord"));
        return json;
    }

    /** A text that holds JSON, with names in another case than everywhere else. */
    private static String newValue(OrderVersion order) {
        return Json.object().put("Id", order.id()).put("Status", order.status()).toString();
    }

    private static ArrayNode customizedData(OrderFacts order) {
        ArrayNode data = Json.array();
        put(data, "OrderId", order.id());
        put(data, "AlternateId", order.id());
        put(data, "BillingCycle", order.billingCycle().word());
        for (OrderLine line : order.lines()) {
            put(data, "OfferId-" + line.number(), line.offer().id());
            put(data, "Quantity-" + line.number(), Integer.toString(line.quantity()));
            put(data, "PartnerOnRecord-" + line.number(), line.resellerId());
        }
        return data;
    }

    private static void put(ArrayNode data, String key, String value) {
        data.addObject().put("key", key).put("value", value);
    }
}
