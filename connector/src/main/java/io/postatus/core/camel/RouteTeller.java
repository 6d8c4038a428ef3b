/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.poll.Teller;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Tells changes to a Camel route, one exchange each. */
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
            try {
                Exchange exchange = exchanges.get();
                ChangeMessage.fill(exchange.getMessage(), change);
                exchange.getExchangeExtension().addOnCompletion(new Completion(receipt::completed));
                route.process(exchange);
            } catch (Exception e) {
                receipt.completed(Outcome.failed(e.toString()));
            } finally {
                receipt.taken();
            }
        });
    }
}
