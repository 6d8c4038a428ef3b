/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.camel.AnswerHeaders;
import io.postatus.core.camel.CallProducer;
import io.postatus.core.camel.RequestMessage;
import io.postatus.core.http.Answer;
import io.postatus.core.http.Permission;
import java.util.concurrent.CompletionStage;
import org.apache.camel.InvalidPayloadException;

/** Calls of Partner Center by name. */
public class PartnerCenterProducer extends CallProducer<PartnerCenterClient> {

    private static final AnswerHeaders HEADERS = new AnswerHeaders(
            PartnerCenterConstants.STATUS_CODE,
            PartnerCenterConstants.REQUEST_ID,
            PartnerCenterConstants.NEXT_TOKEN,
            PartnerCenterConstants.HAS_MORE);

    private final PartnerCenterConfiguration options;

    public PartnerCenterProducer(PartnerCenterEndpoint endpoint) {
        super(endpoint, HEADERS, endpoint::client);
        this.options = endpoint.getConfiguration();
    }

    @Override
    protected CompletionStage<? extends Answer<?>> call(PartnerCenterClient client, RequestMessage message)
            throws InvalidPayloadException {
        PartnerCenterParameters asked = new PartnerCenterParameters(message, options);
        return switch (options.getOperation()) {
            case getOrder ->
                client.getOrder(asked.customerId(), asked.orderId(), asked.orderQuery(), Permission.ALWAYS);
            case getOrders ->
                client.getOrders(asked.customerId(), asked.ordersQuery(), asked.pageToken(), Permission.ALWAYS);
            case getCustomers -> client.getCustomers(asked.customersQuery(), asked.pageToken(), Permission.ALWAYS);
            case getProvisioningStatus ->
                client.getProvisioningStatus(asked.customerId(), asked.orderId(), Permission.ALWAYS);
            case uploadAttachment ->
                client.uploadAttachment(
                        asked.customerId(), asked.orderId(), asked.metadata(), asked.document(), Permission.ALWAYS);
            case getAttachments -> client.getAttachments(asked.customerId(), asked.orderId(), Permission.ALWAYS);
            case getAttachment ->
                client.getAttachment(asked.customerId(), asked.orderId(), asked.attachmentId(), Permission.ALWAYS);
            case getAuditRecords -> client.getAuditRecords(asked.auditQuery(), asked.pageToken(), Permission.ALWAYS);
            case purchaseOrderStatus, detectChange, coverage, parked, verify, replay, backfill, forget ->
                throw new IllegalStateException(options.getOperation() + " asks Partner Center nothing");
        };
    }
}
