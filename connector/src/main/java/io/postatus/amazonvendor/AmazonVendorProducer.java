/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.amazonvendor.wire.GetPurchaseOrdersResponse;
import io.postatus.amazonvendor.wire.GetPurchaseOrdersStatusResponse;
import io.postatus.amazonvendor.wire.Pagination;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementRequest;
import io.postatus.core.camel.PurchaseOrderConstants;
import io.postatus.core.http.Permission;
import io.postatus.core.wire.WireJson;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/** One call an exchange. It takes its turn in the same rate budget as the consumers of the account. */
public class AmazonVendorProducer extends DefaultAsyncProducer {

    private final AmazonVendorConfiguration options;
    private AmazonVendorClient client;

    public AmazonVendorProducer(AmazonVendorEndpoint endpoint) {
        super(endpoint);
        this.options = endpoint.getConfiguration();
    }

    @Override
    public AmazonVendorEndpoint getEndpoint() {
        return (AmazonVendorEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = getEndpoint().client();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<? extends AmazonVendorAnswer<?>> call;
        Instant askedAt = Instant.now();
        try {
            call = call(exchange.getMessage());
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        call.whenComplete((answer, failure) -> {
            if (failure == null) {
                exchange.getMessage().setHeader(PurchaseOrderConstants.READ_AT, askedAt);
                answer(exchange.getMessage(), answer);
            } else {
                boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
                exchange.setException(wrapped ? failure.getCause() : failure);
            }
            callback.done(false);
        });
        return false;
    }

    private CompletionStage<? extends AmazonVendorAnswer<?>> call(Message message) throws InvalidPayloadException {
        AmazonVendorParameters asked = new AmazonVendorParameters(message, options);
        return switch (options.getOperation()) {
            case getPurchaseOrdersStatus -> client.getPurchaseOrdersStatus(asked.statusQuery(), Permission.ALWAYS);
            case getPurchaseOrders -> client.getPurchaseOrders(asked.ordersQuery(), Permission.ALWAYS);
            case getPurchaseOrder -> client.getPurchaseOrder(asked.purchaseOrderNumber(), Permission.ALWAYS);
            case submitAcknowledgement -> client.submitAcknowledgement(acknowledgement(message), Permission.ALWAYS);
            case getTransaction -> client.getTransaction(asked.transactionId(), Permission.ALWAYS);
            case purchaseOrderStatus, detectChange, findAbsent ->
                throw new IllegalStateException(options.getOperation() + " asks Amazon nothing");
        };
    }

    /** A record, a map, or JSON in any form that Camel turns into bytes. */
    private static SubmitAcknowledgementRequest acknowledgement(Message message) throws InvalidPayloadException {
        Object body = message.getBody();
        if (body instanceof SubmitAcknowledgementRequest request) {
            return request;
        }
        Object json = body instanceof Map ? body : message.getMandatoryBody(byte[].class);
        return WireJson.convert(json, SubmitAcknowledgementRequest.class);
    }

    private void answer(Message message, AmazonVendorAnswer<?> answer) {
        message.setBody(options.getResponseType() == AmazonVendorResponseType.json ? answer.json() : answer.body());
        message.setHeader(AmazonVendorConstants.STATUS_CODE, answer.response().status());
        message.setHeader(AmazonVendorConstants.REQUEST_ID, answer.requestId());
        if (answer.body() instanceof GetPurchaseOrdersStatusResponse page) {
            pages(message, page.payload() == null ? null : page.payload().pagination());
        } else if (answer.body() instanceof GetPurchaseOrdersResponse page) {
            pages(message, page.payload() == null ? null : page.payload().pagination());
        }
    }

    /** Only of lists: asking for one order inside a loop over pages must not end the loop. */
    private static void pages(Message message, Pagination pagination) {
        String next = pagination == null ? null : pagination.nextToken();
        boolean hasMore = next != null && !next.isBlank();
        message.setHeader(AmazonVendorConstants.HAS_MORE, hasMore);
        if (hasMore) {
            message.setHeader(AmazonVendorConstants.NEXT_TOKEN, next);
        } else {
            message.removeHeader(AmazonVendorConstants.NEXT_TOKEN);
        }
    }
}
