/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderChange;

/** The user's route, as the loop sees it. */
public interface Teller {

    /** Hands one change to the route. Returns at once; the loop hands over the next when this one was taken. */
    void tell(PurchaseOrderChange change, Receipt receipt);

    /** How the route answers. Either may come from any thread, in any order, and only the first of its kind counts. */
    interface Receipt {
        /** The route's thread is free again. */
        void taken();

        /** The exchange and all that continued it have ended. */
        void completed(Outcome outcome);
    }

    /**
     * @param confirmed whether the exchange completed and was not marked for rollback
     * @param cause why not, null if it was
     */
    record Outcome(boolean confirmed, String cause) {
        public static final Outcome CONFIRMED = new Outcome(true, null);

        public static Outcome failed(String cause) {
            return new Outcome(false, cause);
        }
    }
}
