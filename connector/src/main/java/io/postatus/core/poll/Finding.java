/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.state.LastKnown;
import io.postatus.core.state.OrderState;

/** What an observation means, held against what is known. */
sealed interface Finding {

    /** Whether it was the last word on the order; if not, the order is to be read by number. */
    default boolean isJudged() {
        return !(this instanceof Stale || this instanceof Outdated);
    }

    /** Nothing to tell. */
    record Nothing() implements Finding {}

    /** Nothing to tell, but what we hold is to be rewritten: history taken in silently, or an older form of it. */
    record TakeIn(OrderState taken) implements Finding {}

    /** The answer was asked for before what we know was received, so it may be older: read the order again, by number. */
    record Stale() implements Finding {}

    /** The service shows an older version than it showed before: never told, but worth a reading by number. */
    record Outdated() implements Finding {}

    /** Only a row of a list says so, which proves nothing: read the order by its id. */
    record Hint() implements Finding {}

    /**
     * A change to tell.
     *
     * @param intended to be written before the exchange is created
     * @param told what is last known once the exchange is confirmed
     */
    record News(PurchaseOrderChange change, OrderState intended, LastKnown told) implements Finding {}
}
