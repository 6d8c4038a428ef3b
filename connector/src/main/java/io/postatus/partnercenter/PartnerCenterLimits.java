/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.http.RateBudget;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.http.RateLimit;
import java.util.function.Function;

/** What Partner Center counts together: apis/partner-center-orders.md 12. */
final class PartnerCenterLimits {

    /** Microsoft's own, for each tenant. */
    static final int MOST_A_MINUTE = 500;

    private static final int BURST = 10;
    private static final int SENDERS = 3;
    private static final double SECONDS = 60;

    private PartnerCenterLimits() {}

    /** One for all operations: what a limit is counted by is not documented, so the strictest reading is taken. */
    static Function<String, RateBudget> of(PartnerCenterAccount account, RateBudgets budgets) {
        return operation -> budgets.get(
                account.tenant(),
                account.id(),
                "all",
                new RateLimit(account.requestsPerMinute() / SECONDS, BURST, SENDERS));
    }

    /** Entra publishes no limit. */
    static Function<String, RateBudget> ofTokens(PartnerCenterAccount account, RateBudgets budgets) {
        return operation -> budgets.get(account.clientId(), account.id(), operation, RateLimit.UNPUBLISHED);
    }
}
