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
public class AmazonVendorProducer extends CallProducer<AmazonVendorClient> {

    private static final AnswerHeaders HEADERS = new AnswerHeaders(
            AmazonVendorConstants.STATUS_CODE,
            AmazonVendorConstants.REQUEST_ID,
            AmazonVendorConstants.NEXT_TOKEN,
            AmazonVendorConstants.HAS_MORE);

    private final AmazonVendorConfiguration options;

    public AmazonVendorProducer(AmazonVendorEndpoint endpoint) {
        super(endpoint, HEADERS, endpoint::client);
        this.options = endpoint.getConfiguration();
    }

    @Override
    protected CompletionStage<? extends Answer<?>> call(AmazonVendorClient client, RequestMessage message)
            throws InvalidPayloadException {
        AmazonVendorParameters asked = new AmazonVendorParameters(message, options);
        return switch (options.getOperation()) {
            case getPurchaseOrdersStatus -> client.getPurchaseOrdersStatus(asked.statusQuery(), Permission.ALWAYS);
            case getPurchaseOrders -> client.getPurchaseOrders(asked.ordersQuery(), Permission.ALWAYS);
            case getPurchaseOrder -> client.getPurchaseOrder(asked.purchaseOrderNumber(), Permission.ALWAYS);
            case submitAcknowledgement ->
                client.submitAcknowledgement(message.body(SubmitAcknowledgementRequest.class), Permission.ALWAYS);
            case getTransaction -> client.getTransaction(asked.transactionId(), Permission.ALWAYS);
            case purchaseOrderStatus, detectChange, findAbsent, coverage, parked, verify, replay, backfill, forget ->
                throw new IllegalStateException(options.getOperation() + " asks Amazon nothing");
        };
    }
}
