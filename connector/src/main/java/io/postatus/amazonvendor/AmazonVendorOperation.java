/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.camel.Operation;
import io.postatus.core.http.RateLimit;

/** What an endpoint does: the consumer's word, and the producer's, which are the names of Amazon's operations. */
public enum AmazonVendorOperation implements Operation {
    /** Not Amazon's but ours: the consumer, which tells every change of every purchase order. */
    purchaseOrderStatus,
    /** Orders with their status, page by page. */
    getPurchaseOrdersStatus(10, 10),
    /** Orders as they were placed, page by page. */
    getPurchaseOrders(10, 10),
    /** One order as it was placed. */
    getPurchaseOrder(10, 10),
    /** Answers orders. */
    submitAcknowledgement(10, 10),
    /** How far an acknowledgement is. */
    getTransaction(10, 20),
    /** Not Amazon's but ours: tells whether an order in the body differs from what was last told. Asks Amazon nothing. */
    detectChange,
    /** Ours, too: the numbers of open orders that should have been in a window but were not handed to detectChange. */
    findAbsent,
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
    forget;

    /** Enough to fill 10/s: apis/amazon-vendor-orders.md 9 gives the limits, not the time of an answer. */
    private static final int SENDERS = 3;

    /** For all operations together: apis/amazon-vendor-orders.md 9. */
    static final RateLimit SANDBOX_LIMIT = new RateLimit(5, 15, SENDERS);

    private final RateLimit limit;

    AmazonVendorOperation() {
        this.limit = null;
    }

    AmazonVendorOperation(int perSecond, int burst) {
        this.limit = new RateLimit(perSecond, burst, SENDERS);
    }

    /** What Amazon allows one account in this operation; null for the words of ours, under which nothing is sent. */
    RateLimit limit() {
        return limit;
    }
}
