/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.http.RateBudget;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.http.RateLimit;
import java.util.function.Function;

/** What Amazon counts together: apis/amazon-vendor-orders.md 9. */
final class AmazonVendorLimits {

    private AmazonVendorLimits() {}

    /** Production counts each operation of an application and account for itself, the sandbox all of them together. */
    static Function<String, RateBudget> of(AmazonVendorAccount account, RateBudgets budgets) {
        return operation -> account.sandbox()
                ? budgets.get(account.clientId(), account.id(), "sandbox", AmazonVendorOperation.SANDBOX_LIMIT)
                : budgets.get(
                        account.clientId(),
                        account.id(),
                        operation,
                        AmazonVendorOperation.valueOf(operation).limit());
    }

    /** Login with Amazon publishes no limit. */
    static Function<String, RateBudget> ofTokens(AmazonVendorAccount account, RateBudgets budgets) {
        return operation -> budgets.get(account.clientId(), account.id(), operation, RateLimit.UNPUBLISHED);
    }
}
