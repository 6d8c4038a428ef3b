/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.util.Locale;

/** The documented states of an order; the wire carries the words (apis/partner-center-orders.md 8). */
public enum OrderStatus {
    UNKNOWN,
    COMPLETED,
    PENDING,
    CANCELLED,
    SUSPENDED,
    PENDING_REVIEW,
    PENDING_PO_UPLOAD,
    PO_UPLOAD_COMPLETE,
    PO_REVIEW_REJECTED,
    PARTIAL_SUCCESS,
    ERROR;

    /** The state with this word; a word that is none of the documented ones counts as unknown. */
    static OrderStatus of(String word) {
        for (OrderStatus each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return UNKNOWN;
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
