/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.http.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Customers that the service does not show us. They are asked for again after a while, and cost no request until then. */
final class RefusedCustomers {

    private final Duration pause;
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    RefusedCustomers(Duration pause) {
        this.pause = pause;
    }

    void add(String customer, Instant now, NotFoundException why) {
        refusals.put(customer, new Refusal(now.plus(pause), why));
    }

    /** What the service said; null if it said nothing, or long ago. */
    NotFoundException refusal(String customer, Instant now) {
        Refusal refusal = refusals.get(customer);
        return refusal == null || !now.isBefore(refusal.until()) ? null : refusal.why();
    }

    private record Refusal(Instant until, NotFoundException why) {}
}
