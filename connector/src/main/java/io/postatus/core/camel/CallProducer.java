/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiException;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * One call an exchange. It takes its turn in the same rate budget as the consumers of the account.
 *
 * @param <C> the service's client
 */
public abstract class CallProducer<C> extends DefaultAsyncProducer {

    private final StatusEndpoint endpoint;
    private final AnswerHeaders headers;
    private final Supplier<C> clients;
    private C client;
    private Timeline timeline;

    /** @param clients asked once the producer starts; nothing is opened before */
    protected CallProducer(StatusEndpoint endpoint, AnswerHeaders headers, Supplier<C> clients) {
        super(endpoint);
        this.endpoint = endpoint;
        this.headers = headers;
        this.clients = clients;
    }

    /** Asks the service. What it throws is the exchange's exception, as what the stage ends with. */
    protected abstract CompletionStage<? extends Answer<?>> call(C client, RequestMessage message) throws Exception;

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        timeline = endpoint.connections().timeline();
        client = clients.get();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<? extends Answer<?>> call;
        Instant askedAt = timeline.now();
        try {
            call = call(client, new RequestMessage(exchange.getMessage()));
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        call.whenComplete((answer, failure) -> {
            try {
                if (failure == null) {
                    exchange.getMessage().setHeader(PurchaseOrderConstants.READ_AT, askedAt);
                    answer(exchange.getMessage(), answer);
                } else {
                    exchange.setException(ApiException.cause(failure));
                }
            } catch (Throwable e) {
                // The stage would swallow it, and the exchange would never end.
                exchange.setException(e);
            }
            callback.done(false);
        });
        return false;
    }

    private void answer(Message message, Answer<?> answer) {
        boolean isFile = answer.body() instanceof byte[];
        boolean asText = endpoint.getConfiguration().getResponseType() == ResponseType.json && !isFile;
        message.setBody(asText ? answer.json() : answer.body());
        headers.fill(message, answer);
    }
}
