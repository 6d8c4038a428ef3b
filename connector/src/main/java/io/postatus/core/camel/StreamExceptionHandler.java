/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.http.ApiException;
import io.postatus.core.poll.PollReport;
import io.postatus.core.poll.RouteFailedException;
import io.postatus.core.state.StateStoreException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a failed poll once per cause: to the user's handler with the account in the headers, or else in the log. */
final class StreamExceptionHandler implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StatusConsumer.class);

    private final StatusEndpoint endpoint;
    private final ExceptionHandler users;
    private final StreamHealth health;
    private String lastCause;

    /** @param users the user's own handler or the bridge to the route's; null if there is none */
    StreamExceptionHandler(StatusEndpoint endpoint, ExceptionHandler users, StreamHealth health) {
        this.endpoint = endpoint;
        this.users = users;
        this.health = health;
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

    /** The given message is Camel's, which holds the whole endpoint URI and hides the cause behind it. */
    @Override
    public synchronized void handleException(String message, Exchange exchange, Throwable exception) {
        String cause = causeOf(exception);
        if (Objects.equals(cause, lastCause)) {
            LOG.debug("{}: still, and {}: {}", endpoint.getStream(), next(exception), exception.getMessage());
            return;
        }
        lastCause = cause;
        String said = endpoint.getStream() + ": the poll failed and " + next(exception);
        if (users != null) {
            users.handleException(said, exchange, exception);
        } else if (isExplained(exception)) {
            LOG.warn("{}: {}", said, exception.getMessage());
            LOG.debug("{}: where it failed", endpoint.getStream(), exception);
        } else {
            LOG.warn("{}: {}", said, exception, exception);
        }
    }

    private String next(Throwable exception) {
        PollReport report = health.last();
        boolean paused = report != null && report.failure() == exception && report.pausedUntil() != null;
        return paused
                ? "is tried again at " + report.pausedUntil().truncatedTo(ChronoUnit.SECONDS)
                : "is tried again with the next one";
    }

    /** Whether the message says all that a person needs, and a stack trace would only hide it. */
    private static boolean isExplained(Throwable exception) {
        return exception instanceof ApiException
                || exception instanceof StateStoreException
                || exception instanceof RouteFailedException;
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
