/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.time.Duration;

/** A turn to send one request, held from grant to answer and ended exactly once; what follows is ignored. */
final class RateGrant {

    private final RateBudget budget;
    final long since;
    private boolean ended;

    RateGrant(RateBudget budget, long since) {
        this.budget = budget;
        this.since = since;
    }

    /** The service has answered, so it cannot meet this request any more. */
    void answered() {
        budget.end(this, (bucket, now) -> {});
    }

    /** Nothing was sent. */
    void unused() {
        budget.end(this, TokenBucket::putBack);
    }

    /** No answer in time: the service may still meet the request. */
    void lost() {
        budget.end(this, TokenBucket::chargeOnceMore);
    }

    /** The service refused because of our rate. */
    void refused(Duration pause) {
        budget.refused();
        overloaded(pause);
    }

    /** The service asks everybody to slow down. */
    void overloaded(Duration pause) {
        budget.end(this, (bucket, now) -> budget.slowDown(bucket, since, pause, now));
    }

    /** Answers true the first time. Guarded by the budget. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }
}
