/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.http.RateBudget;
import io.postatus.core.http.RateLimit;
import java.util.function.Function;

/** What Amazon counts together: apis/amazon-vendor-orders.md 9. Implemented by whoever keeps the budgets. */
@FunctionalInterface
interface AmazonVendorLimits {

    RateBudget budget(String application, String account, String operation, RateLimit limit);

    /** Production counts each operation of an application and account for itself, the sandbox all of them together. */
    default Function<String, RateBudget> of(AmazonVendorAccount account) {
        return operation -> account.sandbox()
                ? budget(account.clientId(), account.id(), "sandbox", AmazonVendorOperation.SANDBOX_LIMIT)
                : budget(
                        account.clientId(),
                        account.id(),
                        operation,
                        AmazonVendorOperation.of(operation).limit());
    }

    /** Login with Amazon publishes no limit. */
    default Function<String, RateBudget> ofTokens(AmazonVendorAccount account) {
        return operation -> budget(account.clientId(), account.id(), operation, RateLimit.UNPUBLISHED);
    }
}
