/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.Operation;

/** What an endpoint does: the consumer's word, and the producer's. The API's operations have no names but their paths. */
public enum PosOperation implements Operation {
    /** Consumer: tells every change of every purchase order. */
    purchaseOrderStatus,
    /** Rows of orders, page by page: POST POS/PurchaseOrders/Search. */
    searchPurchaseOrders,
    /** One order in full: GET POS/PurchaseOrders/{id}. */
    getPurchaseOrder,
    /** The history of one order: GET POS/PurchaseOrders/{id}/Revisions. */
    getRevisions,
    /** The payments of one order: GET POS/PurchaseOrders/{id}/Payments. */
    getPayments,
    /** Not the API's but ours: tells whether an order in the body differs from what was last told. Asks nobody. */
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
