/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.AnswerHeaders;
import io.postatus.core.camel.CallProducer;
import io.postatus.core.camel.RequestMessage;
import io.postatus.core.http.Answer;
import io.postatus.core.http.Permission;
import java.util.concurrent.CompletionStage;

/** The service's reading operations. */
public class PosProducer extends CallProducer<PosClient> {

    /** The service names no requests. */
    private static final AnswerHeaders HEADERS =
            new AnswerHeaders(PosConstants.STATUS_CODE, null, PosConstants.NEXT_PAGE, PosConstants.HAS_MORE);

    private final PosConfiguration options;

    public PosProducer(PosEndpoint endpoint) {
        super(endpoint, HEADERS, endpoint::client);
        this.options = endpoint.getConfiguration();
    }

    @Override
    protected CompletionStage<? extends Answer<?>> call(PosClient client, RequestMessage message) {
        PosParameters asked = new PosParameters(message, options);
        return switch (options.getOperation()) {
            case searchPurchaseOrders -> client.searchPurchaseOrders(asked.search(), Permission.ALWAYS);
            case getPurchaseOrder -> client.getPurchaseOrder(asked.purchaseOrderId(), Permission.ALWAYS);
            case getRevisions -> client.getRevisions(asked.purchaseOrderId(), Permission.ALWAYS);
            case getPayments -> client.getPayments(asked.purchaseOrderId(), asked.payments(), Permission.ALWAYS);
            case purchaseOrderStatus, detectChange, coverage, parked, verify, replay, backfill, forget ->
                throw new IllegalStateException(options.getOperation() + " asks the service nothing");
        };
    }
}
