/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.http.RateLimit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an endpoint does: the consumer's word, and the producer's, which are the names of Amazon's operations. */
public enum AmazonVendorOperation {
    /** Consumer: tells every change of every purchase order. */
    purchaseOrderStatus(10, 10),
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
    detectChange(10, 10),
    /** Ours, too: the numbers of open orders that should have been in a window but were not handed to detectChange. */
    findAbsent(10, 10);

    /** Enough to fill 10/s: apis/amazon-vendor-orders.md 9 gives the limits, not the time of an answer. */
    private static final int SENDERS = 3;

    /** For all operations together: apis/amazon-vendor-orders.md 9. */
    static final RateLimit SANDBOX_LIMIT = new RateLimit(5, 15, SENDERS);

    private final RateLimit limit;

    AmazonVendorOperation(int perSecond, int burst) {
        this.limit = new RateLimit(perSecond, burst, SENDERS);
    }

    /** What Amazon allows one account in this operation. */
    RateLimit limit() {
        return limit;
    }

    /** Whether Amazon is asked, and credentials are needed. */
    boolean isCall() {
        return this != detectChange && this != findAbsent;
    }

    public boolean isConsumer() {
        return this == purchaseOrderStatus;
    }

    /** @throws IllegalArgumentException naming what there is */
    public static AmazonVendorOperation of(String word) {
        return Arrays.stream(values())
                .filter(operation -> operation.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("amazonvendor has no operation '" + word + "'. It has "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
