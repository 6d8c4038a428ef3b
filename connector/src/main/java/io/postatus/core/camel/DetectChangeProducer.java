/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.ChangeFilter;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.state.PollState;
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
    private PollState store;
    private ChangeFilter filter;

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
        resources.poll(endpoint.stream(), endpoint.toString());
        store = resources.open(endpoint.getConfiguration().getStateStore());
        StatusSource source = endpoint.createSource(endpoint.connections());
        filter = new ChangeFilter(
                endpoint.stream(), source, store, resources.timeline(), resources.node(), StatusConsumer.LEASE_LIFE);
    }

    @Override
    public void process(Exchange exchange) {
        Instant sent = exchange.getMessage().getHeader(PurchaseOrderConstants.READ_AT, Instant.class);
        Optional<ChangeFilter.Told> told = filter.weigh(
                reading.apply(exchange), sent == null ? Instant.ofEpochMilli(exchange.getCreated()) : sent);
        exchange.getMessage().setHeader(PurchaseOrderConstants.CHANGED, told.isPresent());
        told.ifPresent(news -> {
            ChangeMessage.fill(exchange.getMessage(), news.change());
            exchange.getExchangeExtension().addOnCompletion(new Completion(news::completed));
        });
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (store != null) {
            filter.release();
            ContextResources resources = ContextResources.of(endpoint.getCamelContext());
            resources.close(endpoint.getConfiguration().getStateStore());
            resources.pollNoMore(endpoint.stream(), endpoint.toString());
            store = null;
        }
    }
}
