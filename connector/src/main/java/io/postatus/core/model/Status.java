/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a purchase order stands, in words that mean the same at every service. The service's own word stays beside it. */
public enum Status {
    /** Placed, and nobody has answered yet. */
    OPEN,
    /** The answer was handed in and is being checked. */
    IN_REVIEW,
    /** The seller has answered, in part or in full, and nothing was received yet. */
    ACKNOWLEDGED,
    /** Some of it has arrived. */
    PARTIALLY_RECEIVED,
    /** All that was promised has arrived, but the service does not call the order finished. */
    RECEIVED,
    /** Finished; nothing more is expected to happen. */
    COMPLETED,
    /** Withdrawn by the buyer. */
    CANCELLED,
    /** Refused by the seller or by the service. */
    REJECTED,
    /** Stopped for a while; whoever stopped it may let it go on. */
    SUSPENDED,
    /** The order went wrong, in part or as a whole, and does not move on by itself: a person has to act. */
    ERROR,
    /** The service used a word that is not in our table; see the vendor's word. */
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Whether the service may still be expected to move the order on without anybody re-opening it. */
    public boolean isOpen() {
        return switch (this) {
            case COMPLETED, CANCELLED, REJECTED, ERROR -> false;
            default -> true;
        };
    }

    /** The word as events carry it, for example {@code partially-received}. */
    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
