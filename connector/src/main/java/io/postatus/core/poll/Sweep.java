/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Orders that a route reads itself, one window of creation after the other: it hands in each order that it finds, and at
 * the end of a window asks which ones it did not find (R14).
 */
public interface Sweep extends AutoCloseable {

    /**
     * Holds an order against what is known.
     *
     * @param sent before the request was sent that brought the order
     * @param window what the request asked for; null if it asked for something else, such as this very order
     * @return the change; nothing if there is none to be told here
     */
    Optional<Told> weigh(Observed order, Instant sent, TimeWindow window);

    /**
     * Ends a window that was read completely.
     *
     * @return the orders that the route has to read by number: those that are open, were placed in the window and did not
     *     appear, and those whose answer could not be judged
     */
    List<String> absent(TimeWindow window);

    /** Gives back what the sweep holds. */
    @Override
    void close();

    /** A change to be told, and how to say what became of it. */
    interface Told {
        PurchaseOrderChange change();

        /** The exchange has ended. Not confirmed, the change is told again when its order is next handed in. */
        void completed(Teller.Outcome outcome);
    }
}
