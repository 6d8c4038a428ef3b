/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.TimeWindow;
import org.apache.camel.Exchange;

/**
 * The operation {@code findAbsent}, which of the services here Amazon's alone has: all orders of a window of creation were
 * handed to {@code detectChange}; the body becomes the list of the numbers that are to be read one by one, since their
 * orders are open, were placed in the window, and did not appear. A sweep that reconciles leaves them to the stream's
 * consumer, and the list is empty.
 */
public class FindAbsentProducer extends SweepProducer {
    private final StatusEndpoint endpoint;

    public FindAbsentProducer(StatusEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        TimeWindow window = endpoint.created(new RequestMessage(exchange.getMessage()))
                .orElseThrow(
                        () -> new IllegalArgumentException(endpoint.vendor() + ":findAbsent looks for orders that were"
                                + " placed in a window of time, and was not told which: set the headers "
                                + String.join(" and ", endpoint.createdHeaders())
                                + ", the earlier first, as the list operation had them"));
        exchange.getMessage().setBody(sweep().absent(window));
    }
}
