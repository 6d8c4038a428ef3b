/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a failed poll once per cause, with the account in the headers, so that a bridged error handler knows whose it is. */
final class StreamExceptionHandler implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StreamExceptionHandler.class);

    private final StatusEndpoint endpoint;
    private final ExceptionHandler users;
    private String lastCause;

    StreamExceptionHandler(StatusEndpoint endpoint, ExceptionHandler users) {
        this.endpoint = endpoint;
        this.users = users;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage()
                .setHeader(
                        PurchaseOrderConstants.ACCOUNT,
                        endpoint.getConfiguration().getAccount());
        exchange.getMessage().setHeader(PurchaseOrderConstants.SOURCE, endpoint.vendor());
        handleException(message, exchange, exception);
    }

    @Override
    public synchronized void handleException(String message, Exchange exchange, Throwable exception) {
        String cause = causeOf(exception);
        if (Objects.equals(cause, lastCause)) {
            LOG.debug("{}: still: {}", endpoint.getStream(), exception.getMessage());
        } else {
            lastCause = cause;
            // Not the given message, which holds the whole endpoint URI and hides the cause behind it.
            users.handleException(endpoint.getStream() + ": the poll failed", exchange, exception);
        }
    }

    /** Words with a digit, such as the name of the request, differ from poll to poll and make no other cause. */
    private static String causeOf(Throwable exception) {
        return exception.getClass().getName()
                + String.valueOf(exception.getMessage()).replaceAll("\\S*\\d\\S*", "#");
    }

    /** After a good poll the same failure is news again. */
    synchronized void recovered() {
        lastCause = null;
    }
}
