/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.Sweep;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * The operation {@code detectChange}, the same for every service: the body is one order as the service shows it; the
 * boolean header {@link PurchaseOrderConstants#CHANGED} says whether it differs from what this stream last told, and if
 * so the body becomes the change. It is confirmed when the exchange completes, and told again if it fails.
 */
public class DetectChangeProducer extends SweepProducer {
    private final StatusEndpoint endpoint;

    public DetectChangeProducer(StatusEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Instant sent = exchange.getMessage().getHeader(PurchaseOrderConstants.READ_AT, Instant.class);
        Optional<Sweep.Told> told = sweep().weigh(
                        endpoint.observed(exchange.getMessage().getBody()),
                        sent == null ? Instant.ofEpochMilli(exchange.getCreated()) : sent,
                        endpoint.created(new RequestMessage(exchange.getMessage()))
                                .orElse(null));
        exchange.getMessage().setHeader(PurchaseOrderConstants.CHANGED, told.isPresent());
        told.ifPresent(news -> {
            ChangeMessage.fill(exchange.getMessage(), news.change());
            exchange.getExchangeExtension().addOnCompletion(new Completion(news::completed));
        });
    }
}
