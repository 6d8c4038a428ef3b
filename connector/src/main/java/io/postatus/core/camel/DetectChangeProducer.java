/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Observed;
import io.postatus.core.poll.Sweep;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;

/**
 * The operation {@code detectChange}, the same for every service: the body is one order as the service shows it; the
 * boolean header {@link PurchaseOrderConstants#CHANGED} says whether it differs from what this stream last told, and if
 * so the body becomes the change. It is confirmed when the exchange completes, and told again if it fails.
 */
public class DetectChangeProducer extends SweepProducer {
    private final Function<Exchange, Observed> reading;
    private final Function<Exchange, Optional<TimeWindow>> window;

    /**
     * @param reading takes the order from the message
     * @param window takes from the message which creation the request asked for that brought the order, if it did
     */
    public DetectChangeProducer(
            StatusEndpoint endpoint,
            Function<Exchange, Observed> reading,
            Function<Exchange, Optional<TimeWindow>> window) {
        super(endpoint);
        this.reading = reading;
        this.window = window;
    }

    @Override
    public void process(Exchange exchange) {
        Instant sent = exchange.getMessage().getHeader(PurchaseOrderConstants.READ_AT, Instant.class);
        Optional<Sweep.Told> told = sweep().weigh(
                        reading.apply(exchange),
                        sent == null ? Instant.ofEpochMilli(exchange.getCreated()) : sent,
                        window.apply(exchange).orElse(null));
        exchange.getMessage().setHeader(PurchaseOrderConstants.CHANGED, told.isPresent());
        told.ifPresent(news -> {
            ChangeMessage.fill(exchange.getMessage(), news.change());
            exchange.getExchangeExtension().addOnCompletion(new Completion(news::completed));
        });
    }
}
