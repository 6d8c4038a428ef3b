/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.ChangeFilter;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Reconciliation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * The operation {@code detectChange}, the same for every service: the body is one order as the service shows it; the
 * boolean header {@link PurchaseOrderConstants#CHANGED} says whether it differs from what this stream last told, and if
 * so the body becomes the change. It is confirmed when the exchange completes, and told again if it fails.
 */
public class DetectChangeProducer extends DefaultProducer {
    private final StatusEndpoint endpoint;
    private final Function<Exchange, Observed> reading;
    private StreamUse use;
    private ChangeFilter filter;
    private Reconciliation reconciliation;

    /** @param reading takes the order from the message */
    public DetectChangeProducer(StatusEndpoint endpoint, Function<Exchange, Observed> reading) {
        super(endpoint);
        this.endpoint = endpoint;
        this.reading = reading;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        StateStores.validate(endpoint.getConfiguration().getStateStore());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ContextResources resources = ContextResources.of(endpoint.getCamelContext());
        String stateStore = endpoint.getConfiguration().getStateStore();
        if (endpoint.getConfiguration().getReconcile() != null) {
            use = resources.look(stateStore);
            reconciliation =
                    new Reconciliation(endpoint.reconciled(), endpoint::status, use.store(), resources.timeline());
            return;
        }
        use = resources.use(endpoint.stream(), endpoint.toString(), stateStore);
        filter = new ChangeFilter(
                endpoint.stream(),
                endpoint::status,
                use.store(),
                resources.timeline(),
                resources.node(),
                StatusConsumer.LEASE_LIFE);
    }

    @Override
    public void process(Exchange exchange) {
        Observed order = reading.apply(exchange);
        if (reconciliation != null) {
            reconciliation.compare(order);
            exchange.getMessage().setHeader(PurchaseOrderConstants.CHANGED, false);
            return;
        }
        Instant sent = exchange.getMessage().getHeader(PurchaseOrderConstants.READ_AT, Instant.class);
        Optional<ChangeFilter.Told> told =
                filter.weigh(order, sent == null ? Instant.ofEpochMilli(exchange.getCreated()) : sent);
        exchange.getMessage().setHeader(PurchaseOrderConstants.CHANGED, told.isPresent());
        told.ifPresent(news -> {
            ChangeMessage.fill(exchange.getMessage(), news.change());
            exchange.getExchangeExtension().addOnCompletion(new Completion(news::completed));
        });
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (filter != null) {
            filter.release();
        }
        if (use != null) {
            use.close();
            use = null;
        }
    }
}
