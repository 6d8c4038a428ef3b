/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.auth.Authenticator;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.FormPart;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.wire.WireJson;
import io.postatus.partnercenter.wire.AttachmentCollection;
import io.postatus.partnercenter.wire.AttachmentMetadata;
import io.postatus.partnercenter.wire.AuditRecordCollection;
import io.postatus.partnercenter.wire.CustomerCollection;
import io.postatus.partnercenter.wire.Link;
import io.postatus.partnercenter.wire.Order;
import io.postatus.partnercenter.wire.OrderCollection;
import io.postatus.partnercenter.wire.ProvisioningStatusCollection;
import io.postatus.partnercenter.wire.ResourceCollection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The calls of one partner's tenant that have to do with orders. Every stage completes exceptionally with an
 * {@link io.postatus.core.http.ApiException} if the call did not succeed.
 *
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/manage-orders">Manage orders</a>
 */
public final class PartnerCenterClient {

    /** Names one call, its repetitions included: by it the service knows a repetition. */
    static final String REQUEST_ID = "MS-RequestId";

    /** For logs; Microsoft wants a new one for every call. */
    static final String CORRELATION_ID = "MS-CorrelationId";

    private static final String CUSTOMERS = PartnerCenterLinks.VERSION + "/customers";
    private static final String AUDIT_RECORDS = PartnerCenterLinks.VERSION + "/auditrecords";

    private final PartnerCenterAccount account;
    private final HttpExchange exchange;
    /** For the list of customers: there a refusal concerns no customer but the account. */
    private final HttpExchange listing;

    private final Supplier<UUID> ids;

    private PartnerCenterClient(
            PartnerCenterAccount account, HttpExchange exchange, HttpExchange listing, Supplier<UUID> ids) {
        this.account = account;
        this.exchange = exchange;
        this.listing = listing;
        this.ids = ids;
    }

    /**
     * @param exchange to the account's base URL
     * @param tokens of {@link PartnerCenterTokens}
     * @param ids names for requests
     */
    static PartnerCenterClient of(
            PartnerCenterAccount account,
            HttpExchangeBuilder exchange,
            CachingTokenClient tokens,
            RateBudgets budgets,
            Supplier<UUID> ids) {
        HttpExchange listing = exchange.authenticator(Authenticator.bearer(tokens))
                .budgets(PartnerCenterLimits.of(account, budgets))
                .tokenExpired(PartnerCenterErrors::tokenExpired)
                .errorText(PartnerCenterErrors::text)
                .requestIdHeader(REQUEST_ID)
                .build();
        HttpExchange others = exchange.accessDenied(PartnerCenterErrors::accessDenied)
                .notFound(PartnerCenterErrors::notFound)
                .build();
        return new PartnerCenterClient(account, others, listing, ids);
    }

    /** @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-all-of-a-customer-s-orders">Get all of a customer's orders</a> */
    public CompletionStage<Answer<OrderCollection>> getOrders(
            String customerId, Query query, String pageToken, Permission permission) {
        return paged(exchange, ordersRequest(customerId, query), pageToken, permission, OrderCollection.class);
    }

    /** The same call, for who takes the orders apart one by one. */
    CompletionStage<Answer<ResourceCollection>> getOrdersPage(
            String customerId, Query query, String pageToken, Permission permission) {
        return strictly(exchange, ordersRequest(customerId, query), pageToken, permission);
    }

    /** @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-an-order-by-id">Get an order by ID</a> */
    public CompletionStage<Answer<Order>> getOrder(
            String customerId, String orderId, Query query, Permission permission) {
        return exchange.send(orderRequest(customerId, orderId, query), permission, Order.class);
    }

    /** The same call, for who needs the document itself. */
    CompletionStage<Answer<JsonNode>> getOrderDocument(String customerId, String orderId, Permission permission) {
        return exchange.sendStrictly(orderRequest(customerId, orderId, Query.NONE), permission, JsonNode.class);
    }

    /**
     * Speaks for a user only.
     *
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-subscription-provisioning-status">Get
     *     provisioning status</a>
     */
    public CompletionStage<Answer<ProvisioningStatusCollection>> getProvisioningStatus(
            String customerId, String orderId, Permission permission) {
        ApiRequest request = order(ApiRequest.get("getProvisioningStatus", CUSTOMERS), customerId, orderId)
                .then("/provisioningstatus");
        return exchange.send(named(request), permission, ProvisioningStatusCollection.class);
    }

    /**
     * Hands in the customer's purchase order. Repeated like a GET: a repetition bears the same request id.
     *
     * @param file the document; its name in the form is given here
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/upload-purchase-order">Upload a purchase order</a>
     */
    public CompletionStage<Answer<AttachmentCollection>> uploadAttachment(
            String customerId, String orderId, AttachmentMetadata metadata, FormPart file, Permission permission) {
        FormPart data = new FormPart("metadata", null, "application/json", WireJson.write(metadata));
        FormPart document = new FormPart("POFiles", file.fileName(), file.contentType(), file.content());
        ApiRequest request = order(ApiRequest.post("uploadAttachment", CUSTOMERS), customerId, orderId)
                .then("/attachment")
                .multipart(List.of(data, document))
                .asRepeatable();
        return exchange.send(named(request), permission, AttachmentCollection.class);
    }

    /** @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-order-attachments">Get attachments</a> */
    public CompletionStage<Answer<AttachmentCollection>> getAttachments(
            String customerId, String orderId, Permission permission) {
        ApiRequest request = order(ApiRequest.get("getAttachments", CUSTOMERS), customerId, orderId)
                .then("/attachments");
        return exchange.send(named(request), permission, AttachmentCollection.class);
    }

    /** One attached document, as it was uploaded. */
    public CompletionStage<Answer<byte[]>> getAttachment(
            String customerId, String orderId, String attachmentId, Permission permission) {
        ApiRequest request = order(ApiRequest.get("getAttachment", CUSTOMERS), customerId, orderId)
                .then("/attachment")
                .segment(attachmentId);
        return exchange.sendForFile(named(request), permission);
    }

    /** @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-a-list-of-customers">Get a list of customers</a> */
    public CompletionStage<Answer<CustomerCollection>> getCustomers(
            Query query, String pageToken, Permission permission) {
        return paged(listing, customersRequest(query), pageToken, permission, CustomerCollection.class);
    }

    /** The same call, for who takes the customers apart one by one. */
    CompletionStage<Answer<ResourceCollection>> getCustomersPage(Query query, String pageToken, Permission permission) {
        return strictly(listing, customersRequest(query), pageToken, permission);
    }

    /** @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/get-a-record-of-partner-center-activity">Get a record of activity</a> */
    public CompletionStage<Answer<AuditRecordCollection>> getAuditRecords(
            Query query, String pageToken, Permission permission) {
        return paged(exchange, auditRequest(query), pageToken, permission, AuditRecordCollection.class);
    }

    /** The same call, for who takes the records apart one by one. */
    CompletionStage<Answer<ResourceCollection>> getAuditRecordsPage(
            Query query, String pageToken, Permission permission) {
        return strictly(exchange, auditRequest(query), pageToken, permission);
    }

    private ApiRequest ordersRequest(String customerId, Query query) {
        return named(ApiRequest.get("getOrders", CUSTOMERS)
                .segment(customerId)
                .then("/orders")
                .query(query));
    }

    private ApiRequest orderRequest(String customerId, String orderId, Query query) {
        return named(order(ApiRequest.get("getOrder", CUSTOMERS), customerId, orderId)
                .query(query));
    }

    private ApiRequest customersRequest(Query query) {
        return named(ApiRequest.get("getCustomers", CUSTOMERS).query(query));
    }

    private ApiRequest auditRequest(Query query) {
        return named(ApiRequest.get("getAuditRecords", AUDIT_RECORDS).query(query));
    }

    private static ApiRequest order(ApiRequest request, String customerId, String orderId) {
        return request.segment(customerId).then("/orders").segment(orderId);
    }

    private ApiRequest named(ApiRequest request) {
        return request.header("MS-Contract-Version", "v1")
                .header(REQUEST_ID, ids.get().toString())
                .header(CORRELATION_ID, ids.get().toString());
    }

    private <T> CompletionStage<Answer<T>> paged(
            HttpExchange by, ApiRequest first, String pageToken, Permission permission, Class<T> type) {
        return pageToken == null
                ? by.send(first, permission, type)
                : next(first, pageToken, request -> by.send(request, permission, type));
    }

    private CompletionStage<Answer<ResourceCollection>> strictly(
            HttpExchange by, ApiRequest first, String pageToken, Permission permission) {
        CompletionStage<Answer<ResourceCollection>> page = pageToken == null
                ? by.sendStrictly(first, permission, ResourceCollection.class)
                : next(first, pageToken, request -> by.sendStrictly(request, permission, ResourceCollection.class));
        return page.thenApply(answer -> whole(first.operation(), answer));
    }

    /** What is no list must not pass for an empty one, nor a broken link for the end: both would be taken for knowledge. */
    private Answer<ResourceCollection> whole(String operation, Answer<ResourceCollection> answer) {
        String problem = answer.body().problem();
        if (problem != null) {
            throw MalformedResponseException.in(
                    answer,
                    account.id(),
                    operation,
                    "the answer cannot be used, " + problem
                            + ". Nothing of it was used, and it is read again. If it lasts, ask Microsoft.");
        }
        return answer;
    }

    private <T> CompletionStage<T> next(
            ApiRequest first, String pageToken, Function<ApiRequest, CompletionStage<T>> sending) {
        return PartnerCenterLinks.follow(Link.of(pageToken), first, account.baseUrl())
                .map(sending)
                .orElseGet(() -> CompletableFuture.failedFuture(astray(first.operation())));
    }

    private MalformedResponseException astray(String operation) {
        return new MalformedResponseException(
                account.id(),
                operation,
                0,
                null,
                "Account '" + account.id() + "', " + operation
                        + ": the link to the next page leads elsewhere, and it is not followed, since the access token would"
                        + " go along. Check baseUrl, and whether a proxy changes links.");
    }
}
