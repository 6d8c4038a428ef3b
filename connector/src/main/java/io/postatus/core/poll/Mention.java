/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/**
 * An order that an answer speaks of without showing it in full. A mention never tells anything by itself: at most it has
 * the order read by number, and its slice stays open until that is done.
 */
public sealed interface Mention {

    /** By which the order is read. */
    String orderId();

    /** The service says that the order moved: it is read in any case. */
    record Moved(String orderId) implements Mention {}

    /** The service says that there is such an order: it is read if the stream has never heard of it. */
    record Exists(String orderId) implements Mention {}

    /**
     * A row of a list, which may be late or lack fields: the order is read if the row differs from what was last told. One
     * that was placed before the stream began, and that nothing was heard of, is taken in silently as the row shows it.
     *
     * @param row of another {@link Observed#shapeVersion shape version} than the documents of single orders, so that what
     *     only those show is no change
     */
    record Row(Observed row) implements Mention {
        @Override
        public String orderId() {
            return row.status().id();
        }
    }
}
