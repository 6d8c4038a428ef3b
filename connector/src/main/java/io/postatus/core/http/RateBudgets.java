/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.Timeline;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The budgets of one Camel context, so that consumers and producers of an account share what the service counts together. */
public final class RateBudgets {

    private final Timeline timeline;
    private final Map<Key, RateBudget> budgets = new TreeMap<>(
            Comparator.comparing(Key::application).thenComparing(Key::account).thenComparing(Key::operation));

    public RateBudgets(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * The budget of this key, made at first use.
     *
     * @throws IllegalStateException if it exists with another limit
     */
    public synchronized RateBudget get(String application, String account, String operation, RateLimit limit) {
        RateBudget budget = budgets.computeIfAbsent(
                new Key(application, account, operation), key -> new RateBudget(limit, timeline));
        if (!budget.limit().equals(limit)) {
            throw new IllegalStateException("account '" + account + "' has " + budget.limit() + " for " + operation
                    + " already and cannot have " + limit + " too: give every endpoint of the account the same limit");
        }
        return budget;
    }

    /** Figures of one account by operation, of all its applications together. */
    public synchronized Map<String, RateFigures> figures(String account) {
        Map<String, RateFigures> figures = new TreeMap<>();
        budgets.forEach((key, budget) -> {
            if (key.account().equals(account)) {
                figures.merge(key.operation(), budget.figures(), RateFigures::plus);
            }
        });
        return figures;
    }

    private record Key(String application, String account, String operation) {}
}
