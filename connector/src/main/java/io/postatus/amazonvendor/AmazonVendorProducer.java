/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.amazonvendor.wire.SubmitAcknowledgementRequest;
import io.postatus.core.camel.AnswerHeaders;
import io.postatus.core.camel.CallProducer;
import io.postatus.core.camel.RequestMessage;
import io.postatus.core.http.Answer;
import io.postatus.core.http.Permission;
import java.util.concurrent.CompletionStage;
import org.apache.camel.InvalidPayloadException;

/** Amazon's operations by name. */
public class AmazonVendorProducer extends CallProducer {

    private static final AnswerHeaders HEADERS = new AnswerHeaders(
            AmazonVendorConstants.STATUS_CODE,
            AmazonVendorConstants.REQUEST_ID,
            AmazonVendorConstants.NEXT_TOKEN,
            AmazonVendorConstants.HAS_MORE);

    private final AmazonVendorEndpoint endpoint;
    private AmazonVendorClient client;

    public AmazonVendorProducer(AmazonVendorEndpoint endpoint) {
        super(endpoint, HEADERS);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = endpoint.client();
    }

    @Override
    protected CompletionStage<? extends Answer<?>> call(RequestMessage message) throws InvalidPayloadException {
        AmazonVendorConfiguration options = endpoint.getConfiguration();
        AmazonVendorParameters asked = new AmazonVendorParameters(message, options);
        return switch (options.getOperation()) {
            case getPurchaseOrdersStatus -> client.getPurchaseOrdersStatus(asked.statusQuery(), Permission.ALWAYS);
            case getPurchaseOrders -> client.getPurchaseOrders(asked.ordersQuery(), Permission.ALWAYS);
            case getPurchaseOrder -> client.getPurchaseOrder(asked.purchaseOrderNumber(), Permission.ALWAYS);
            case submitAcknowledgement ->
                client.submitAcknowledgement(message.body(SubmitAcknowledgementRequest.class), Permission.ALWAYS);
            case getTransaction -> client.getTransaction(asked.transactionId(), Permission.ALWAYS);
            case purchaseOrderStatus, detectChange, findAbsent ->
                throw new IllegalStateException(options.getOperation() + " asks Amazon nothing");
        };
    }
}
