/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.TimeWindow;
import java.util.function.Function;
import org.apache.camel.Exchange;

/**
 * The operation {@code findAbsent}, the same for every service: all orders of a window of creation were handed to
 * {@code detectChange}; the body becomes the list of the numbers that are to be read one by one, since their orders are
 * open, were placed in the window, and did not appear. A sweep that reconciles leaves them to the stream's consumer, and
 * the list is empty.
 */
public class FindAbsentProducer extends SweepProducer {
    private final Function<Exchange, TimeWindow> window;

    /** @param window takes from the message which creation was asked for, or says what is missing */
    public FindAbsentProducer(StatusEndpoint endpoint, Function<Exchange, TimeWindow> window) {
        super(endpoint);
        this.window = window;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(sweep().absent(window.apply(exchange)));
    }
}
