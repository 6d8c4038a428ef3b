/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.time.Duration;

/** A turn to send one request, held from grant to answer. Its first end counts, later ones are ignored. */
final class RateGrant {

    private final RateBudget budget;
    private final long since;
    private boolean ended;

    RateGrant(RateBudget budget, long since) {
        this.budget = budget;
        this.since = since;
    }

    long since() {
        return since;
    }

    /** The service has answered, or will never see the request. */
    void answered() {
        budget.end(this, (bucket, now) -> {});
    }

    /** We decided not to send. */
    void unused() {
        budget.end(this, (bucket, now) -> bucket.putBack());
    }

    /** No answer in time: the service may still meet the request. */
    void lost() {
        budget.end(this, TokenBucket::chargeOnceMore);
    }

    /** The service refused because of our rate. */
    void refused(Duration pause) {
        budget.slowDown(this, pause, true);
    }

    /** The service asks everybody to slow down. */
    void overloaded(Duration pause) {
        budget.slowDown(this, pause, false);
    }

    /** Answers true the first time. Guarded by the budget. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }
}
