/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/** How Microsoft's review of an uploaded purchase order ends (apis/partner-center-orders.md 8; inferred). */
public enum ReviewOutcome {
    /** The order goes on to be processed. */
    ACCEPTED(OrderStatus.PENDING),
    /** The order goes on and is done by the time anybody looks. */
    COMPLETED(OrderStatus.COMPLETED),
    /** The order will not be processed. */
    REJECTED(OrderStatus.PO_REVIEW_REJECTED),
    /** Another document is wanted. */
    RETURNED(OrderStatus.PENDING_PO_UPLOAD);

    private final OrderStatus status;

    ReviewOutcome(OrderStatus status) {
        this.status = status;
    }

    OrderStatus status() {
        return status;
    }
}
