/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Closing;
import io.postatus.core.state.Lease;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.Parked;
import io.postatus.core.state.PollState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** R10: all that a poll writes of its stream goes through here, and nothing does once the lease has run out. */
record HeldStream(PollState store, LeaseGuard guard) {

    long epoch() {
        return guard.lease().epoch();
    }

    /** Whether anything further may be asked for and told. */
    boolean holds() {
        return guard.holds();
    }

    void start(Instant from, Instant at) {
        store.start(lease(), from, at);
    }

    void save(Collection<OrderState> orders, int newlyConfirmed) {
        if (!orders.isEmpty()) {
            store.save(lease(), orders, newlyConfirmed);
        }
    }

    void park(List<Parked> parked, Collection<OrderState> orders) {
        if (!parked.isEmpty()) {
            store.park(lease(), parked, orders);
        }
    }

    void dequeue(Collection<String> orderIds, Instant readingBegan) {
        if (!orderIds.isEmpty()) {
            store.dequeue(lease(), orderIds, readingBegan);
        }
    }

    void replayed(Map<String, String> runs) {
        if (!runs.isEmpty()) {
            store.replayed(lease(), runs);
        }
    }

    void close(String coverageKey, Closing closing) {
        store.close(lease(), coverageKey, closing);
    }

    void looked(String customer, Instant began) {
        store.looked(lease(), customer, began);
    }

    void listed(Collection<String> customers, Instant began) {
        store.listed(lease(), customers, began);
    }

    /** The lease, if it may be written under. */
    Lease lease() {
        guard.checkHeld();
        return guard.lease();
    }
}
