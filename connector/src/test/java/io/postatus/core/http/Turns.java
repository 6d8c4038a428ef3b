/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.util.function.Consumer;

/** A process's rate budget for tests of other packages: who wants to send waits for a turn, and says how it ended. */
public final class Turns {
    private final RateBudget budget;

    public Turns(RateLimit limit, Timeline timeline) {
        this.budget = new RateBudget(limit, timeline);
    }

    /** @param sender what is done when it is its turn */
    public void take(Consumer<Turn> sender) {
        budget.acquire().thenAccept(grant -> sender.accept(new Turn(grant)));
    }

    /** The right to send one request, until it is answered. */
    public record Turn(RateGrant grant) {

        public void answered() {
            grant.answered();
        }

        public void refused() {
            grant.refused(Duration.ofSeconds(1));
        }

        /** Nothing was sent. */
        public void givenBack() {
            grant.unused();
        }
    }
}
