/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.poll.Teller;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Tells changes to a Camel route, one exchange each. Confirmed is what completed and was not marked for rollback (R7); a
 * failure that the route handles itself completes, by the user's decision.
 */
final class RouteTeller implements Teller {
    private final Supplier<Exchange> exchanges;
    private final Processor route;
    private final Executor pool;

    RouteTeller(Supplier<Exchange> exchanges, Processor route, Executor pool) {
        this.exchanges = exchanges;
        this.route = route;
        this.pool = pool;
    }

    @Override
    public void tell(PurchaseOrderChange change, Receipt receipt) {
        pool.execute(() -> {
            Exchange exchange = exchanges.get();
            fill(exchange.getMessage(), change);
            exchange.getExchangeExtension().addOnCompletion(new Completion(receipt));
            try {
                route.process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
                receipt.completed(Outcome.failed(e.toString()));
            } finally {
                receipt.taken();
            }
        });
    }

    private static void fill(Message message, PurchaseOrderChange change) {
        message.setBody(change);
        message.setHeader(PurchaseOrderConstants.ACCOUNT, change.current().account());
        message.setHeader(PurchaseOrderConstants.SOURCE, change.current().source());
        message.setHeader(PurchaseOrderConstants.EVENT_ID, change.eventId());
        message.setHeader(PurchaseOrderConstants.KIND, change.kind().toString());
        message.setHeader(PurchaseOrderConstants.NUMBER, change.current().purchaseOrderNumber());
        message.setHeader(
                PurchaseOrderConstants.STATUS, change.current().status().toString());
        message.setHeader(PurchaseOrderConstants.EPOCH, change.epoch());
        message.setHeader(PurchaseOrderConstants.SEQUENCE, change.sequence());
        if (change.previous() != null) {
            message.setHeader(
                    PurchaseOrderConstants.PREVIOUS_STATUS,
                    change.previous().status().toString());
        }
    }

    /** Keyed by the receipt and not by the exchange: copies of the exchange travel through seda. */
    private static final class Completion extends SynchronizationAdapter {
        private final Receipt receipt;

        Completion(Receipt receipt) {
            this.receipt = receipt;
        }

        @Override
        public void onComplete(Exchange exchange) {
            receipt.completed(
                    exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()
                            ? Outcome.failed("the exchange was marked for rollback")
                            : Outcome.CONFIRMED);
        }

        @Override
        public void onFailure(Exchange exchange) {
            Throwable cause = exchange.getException();
            receipt.completed(Outcome.failed(cause == null ? "the exchange failed" : cause.toString()));
        }
    }
}
