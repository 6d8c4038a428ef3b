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
                ? get(account, budgets, "sandbox", AmazonVendorOperation.SANDBOX_LIMIT)
                : get(
                        account,
                        budgets,
                        operation,
                        AmazonVendorOperation.of(operation).limit());
    }

    static Function<String, RateBudget> token(AmazonVendorAccount account, RateBudgets budgets) {
        return operation -> get(account, budgets, operation, RateLimit.UNPUBLISHED);
    }

    private static RateBudget get(AmazonVendorAccount account, RateBudgets budgets, String name, RateLimit limit) {
        return budgets.get(account.clientId(), account.id(), name, limit);
    }
}
