/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.Teller.Outcome;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * What became of an exchange. Confirmed is what completed and was not marked for rollback (R7); a failure that the route
 * handles itself completes, by the user's decision. Made for each item and not for the exchange, whose copies travel
 * through seda.
 */
final class Completion extends SynchronizationAdapter {
    private final Consumer<Outcome> outcome;

    Completion(Consumer<Outcome> outcome) {
        this.outcome = outcome;
    }

    @Override
    public void onComplete(Exchange exchange) {
        boolean rollback = exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
        outcome.accept(rollback ? Outcome.failed("the exchange was marked for rollback") : Outcome.CONFIRMED);
    }

    @Override
    public void onFailure(Exchange exchange) {
        Throwable cause = exchange.getException();
        outcome.accept(Outcome.failed(cause == null ? "the exchange failed" : cause.toString()));
    }
}
