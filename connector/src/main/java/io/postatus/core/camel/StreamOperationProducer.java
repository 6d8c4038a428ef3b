/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.http.ApiException;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.CoverageLines;
import io.postatus.core.poll.CoverageReport;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.poll.StreamOperations;
import io.postatus.core.state.Parked;
import io.postatus.core.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * The operations on a stream, the same for every service: {@code coverage}, {@code parked}, {@code verify}, {@code replay},
 * {@code backfill} and {@code forget}. They act on the stream of a consumer with the same account, subscription and state
 * store, wherever that consumer runs; what is to be told, it tells.
 */
public class StreamOperationProducer extends DefaultAsyncProducer {
    /** One fact a line. */
    private static final String JSON_LINES = "application/x-ndjson";

    private final StatusEndpoint endpoint;
    private final StreamOperation operation;
    private StreamUse use;
    private StreamOperations operations;

    public StreamOperationProducer(StatusEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.operation = StreamOperation.valueOf(endpoint.operation().name());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        StateStores.validate(
                endpoint.getConfiguration().getStateStore(),
                endpoint.getCamelContext().getRegistry());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // Before the store, which nobody would close if an option were missing.
        StatusSource source = endpoint.createSource(endpoint.connections());
        use = resources().look(endpoint.getConfiguration().getStateStore());
        operations = endpoint.operations(source, use.store());
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (use != null) {
            use.close();
            use = null;
        }
    }

    private ContextResources resources() {
        return ContextResources.of(endpoint.getCamelContext());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        try {
            switch (operation) {
                case coverage ->
                    coverage(message, operations.coverage(resources().lastPoll(endpoint.stream())));
                case parked -> parked(message, operations.parked());
                case replay -> replay(message);
                case backfill -> answer(message, operations.backfill(window(message)));
                case forget -> {
                    resources().refuseIfPolled(endpoint.stream());
                    operations.forget(resources().node());
                }
                case verify -> {
                    verify(exchange, callback);
                    return false;
                }
            }
        } catch (Exception e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private void verify(Exchange exchange, AsyncCallback callback) {
        operations.verify(window(exchange.getMessage())).whenComplete((verification, failure) -> {
            try {
                if (failure == null) {
                    answer(exchange.getMessage(), verification);
                } else {
                    exchange.setException(ApiException.cause(failure));
                }
            } catch (Throwable e) {
                // The stage would swallow it, and the exchange would never end.
                exchange.setException(e);
            }
            callback.done(false);
        });
    }

    private void coverage(Message message, CoverageReport report) {
        if (endpoint.getConfiguration().getResponseType() == ResponseType.record) {
            message.setBody(report);
        } else {
            message.setBody(CoverageLines.of(report));
            message.setHeader(Exchange.CONTENT_TYPE, JSON_LINES);
        }
    }

    private void parked(Message message, List<Parked> parked) {
        if (endpoint.getConfiguration().getResponseType() == ResponseType.record) {
            message.setBody(parked);
        } else {
            message.setBody(CoverageLines.of(parked));
            message.setHeader(Exchange.CONTENT_TYPE, JSON_LINES);
        }
    }

    private void answer(Message message, Object answer) {
        message.setBody(
                endpoint.getConfiguration().getResponseType() == ResponseType.record
                        ? answer
                        : new String(WireJson.write(answer), StandardCharsets.UTF_8));
    }

    /** By order, by what was told in a window, or what was given up on. */
    private void replay(Message message) {
        String run = message.getHeader(
                PurchaseOrderConstants.REPLAY, () -> UUID.randomUUID().toString(), String.class);
        message.setHeader(PurchaseOrderConstants.REPLAY, run);
        Collection<String> orders = orders(message);
        boolean parked = parked(message);
        boolean window = message.getHeader(PurchaseOrderConstants.FROM) != null;
        long ways = Stream.of(!orders.isEmpty(), parked, window)
                .filter(Boolean::booleanValue)
                .count();
        if (ways != 1) {
            throw new IllegalArgumentException(endpoint.vendor() + ":replay tells orders again and was "
                    + (ways == 0 ? "not told which" : "told which in " + ways + " ways") + ": give"
                    + " either their ids in the body (a list, or text with commas or lines), or the headers "
                    + PurchaseOrderConstants.FROM + " and " + PurchaseOrderConstants.TO
                    + " for what was told in that time,"
                    + " or the header " + PurchaseOrderConstants.PARKED + "=true for what was given up on");
        }
        int replayed = parked
                ? operations.replayParked(run)
                : window ? operations.replay(window(message), run) : operations.replay(orders, run);
        message.setBody(replayed);
    }

    private static boolean parked(Message message) {
        String parked = message.getHeader(PurchaseOrderConstants.PARKED, "false", String.class);
        if (!parked.matches("(?i)true|false")) {
            throw new IllegalArgumentException(
                    PurchaseOrderConstants.PARKED + " is '" + parked + "', allowed is true or false");
        }
        return Boolean.parseBoolean(parked);
    }

    private static List<String> orders(Message message) {
        if (message.getBody() instanceof Collection<?> ids) {
            return ids.stream().map(String::valueOf).toList();
        }
        String text = message.getBody(String.class);
        return text == null ? List.of() : ids(text);
    }

    /** A list in JSON, or with commas, blanks or lines between them. */
    static List<String> ids(String text) {
        if (text.strip().startsWith("[")) {
            List<String> ids = new ArrayList<>();
            WireJson.tree(text).forEach(id -> ids.add(id.asText()));
            return ids;
        }
        return Stream.of(text.split("[,\\s]+")).filter(id -> !id.isEmpty()).toList();
    }

    private TimeWindow window(Message message) {
        RequestMessage asked = new RequestMessage(message);
        Instant from = asked.instant(PurchaseOrderConstants.FROM, null);
        Instant to = asked.instant(PurchaseOrderConstants.TO, null);
        if (from == null || to == null || !from.isBefore(to)) {
            throw new IllegalArgumentException(endpoint.vendor() + ":" + operation + " needs a window of time: set"
                    + " the headers " + PurchaseOrderConstants.FROM + " and " + PurchaseOrderConstants.TO
                    + ", the earlier first, for example 2026-03-02T00:00:00Z");
        }
        return new TimeWindow(from, to);
    }
}
