/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Operation;

/** The operations of the Partner Center side, each with the resource whose limit it counts against. */
public enum PartnerCenterOperation implements Operation {
    TOKEN("token", null),
    LIST_CUSTOMERS("listCustomers", "customer"),
    GET_CUSTOMER("getCustomer", "customer"),
    LIST_ORDERS("listOrders", "order"),
    GET_ORDER("getOrder", "order"),
    GET_PROVISIONING_STATUS("getProvisioningStatus", "order"),
    UPLOAD_ATTACHMENT("uploadAttachment", "order"),
    LIST_ATTACHMENTS("listAttachments", "order"),
    GET_ATTACHMENT("getAttachment", "order"),
    LIST_AUDIT_RECORDS("listAuditRecords", "audit"),
    GET_AUDIT_RECORD("getAuditRecord", "audit");

    private final String id;
    private final String resource;

    PartnerCenterOperation(String id, String resource) {
        this.id = id;
        this.resource = resource;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean apart() {
        return this == TOKEN;
    }

    /** Limits hold per tenant and resource, not per operation (apis/partner-center-orders.md 12). */
    public String resource() {
        return resource;
    }
}
