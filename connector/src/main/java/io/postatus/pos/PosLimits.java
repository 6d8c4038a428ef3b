/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.http.RateBudget;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.http.RateLimit;
import java.util.function.Function;

/** The service publishes no limit and advises none: one request at a time, and so many a second. */
final class PosLimits {

    /** The smallest that a rate limit can have. */
    private static final int BURST = 2;

    private static final int SENDERS = 1;

    private PosLimits() {}

    /** All operations of an account share one. */
    static Function<String, RateBudget> of(PosAccount account, RateBudgets budgets) {
        return operation -> budgets.get(
                account.credential(), account.id(), "all", new RateLimit(account.requestsPerSecond(), BURST, SENDERS));
    }
}
