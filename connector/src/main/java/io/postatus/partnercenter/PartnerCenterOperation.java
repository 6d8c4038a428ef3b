/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.camel.Operation;

/** What an endpoint does: the consumer's word, and the producer's. */
public enum PartnerCenterOperation implements Operation {
    /** Consumer: tells every change of every order. */
    purchaseOrderStatus,
    /** One order. */
    getOrder,
    /** All orders of a customer; a quarter of an hour late. */
    getOrders,
    /** Customers, page by page. */
    getCustomers,
    /** How far the lines of an order are provisioned. Speaks for a user only. */
    getProvisioningStatus,
    /** Hands in a customer's purchase order. */
    uploadAttachment,
    /** What was handed in. */
    getAttachments,
    /** One document that was handed in. */
    getAttachment,
    /** The activity log, page by page. */
    getAuditRecords,
    /** Not Microsoft's but ours: tells whether an order in the body differs from what was last told. Asks nobody. */
    detectChange,
    /** Of a consumer's stream: what it has read and what not, with the evidence. */
    coverage,
    /** Of a consumer's stream: what was given up on. */
    parked,
    /** Of a consumer's stream: reads a range again and compares it with what was told. */
    verify,
    /** Of a consumer's stream: has orders told again. */
    replay,
    /** Of a consumer's stream: has a range of the past read as well. */
    backfill,
    /** Of a consumer's stream: forgets all of it. */
    forget
}
