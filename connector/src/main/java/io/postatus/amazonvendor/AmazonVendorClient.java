/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.amazonvendor.wire.GetPurchaseOrderResponse;
import io.postatus.amazonvendor.wire.GetPurchaseOrdersResponse;
import io.postatus.amazonvendor.wire.GetPurchaseOrdersStatusResponse;
import io.postatus.amazonvendor.wire.GetTransactionResponse;
import io.postatus.amazonvendor.wire.StatusPage;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementRequest;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementResponse;
import io.postatus.core.auth.Authenticator;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.wire.WireJson;
import java.util.concurrent.CompletionStage;

/**
 * The purchase-order calls of one vendor group. Every stage completes exceptionally with an
 * {@link io.postatus.core.http.ApiException} if the call did not succeed.
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/vendor-orders-api-v1-reference">Vendor Orders API v1</a>
 */
public final class AmazonVendorClient {

    static final String REQUEST_ID = "x-amzn-RequestId";

    private static final String ORDERS = "/vendor/orders/v1/";
    private static final String TRANSACTIONS = "/vendor/transactions/v1/transactions";

    private final HttpExchange exchange;

    private AmazonVendorClient(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * @param exchange to the account's base URL
     * @param tokens of {@link AmazonVendorTokens}
     */
    static AmazonVendorClient of(
            AmazonVendorAccount account, HttpExchangeBuilder exchange, CachingTokenClient tokens, RateBudgets budgets) {
        return new AmazonVendorClient(exchange.authenticator(Authenticator.header("x-amz-access-token", tokens))
                .budgets(AmazonVendorLimits.of(account, budgets))
                .tokenExpired(AmazonVendorErrors::tokenExpired)
                .errorText(AmazonVendorErrors::text)
                .rateHeader("x-amzn-RateLimit-Limit")
                .requestIdHeader(REQUEST_ID)
                .build());
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseordersstatus">getPurchaseOrdersStatus</a> */
    public CompletionStage<Answer<GetPurchaseOrdersStatusResponse>> getPurchaseOrdersStatus(
            Query query, Permission permission) {
        return exchange.send(statusRequest(query), permission, GetPurchaseOrdersStatusResponse.class);
    }

    /** The same call, for who takes the orders apart one by one. */
    CompletionStage<Answer<StatusPage>> getPurchaseOrdersStatusPage(Query query, Permission permission) {
        return exchange.sendStrictly(statusRequest(query), permission, StatusPage.class);
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseorders">getPurchaseOrders</a> */
    public CompletionStage<Answer<GetPurchaseOrdersResponse>> getPurchaseOrders(Query query, Permission permission) {
        ApiRequest request = paged(ApiRequest.get("getPurchaseOrders", ORDERS + "purchaseOrders"), query);
        return exchange.send(request, permission, GetPurchaseOrdersResponse.class);
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseorder">getPurchaseOrder</a> */
    public CompletionStage<Answer<GetPurchaseOrderResponse>> getPurchaseOrder(
            String purchaseOrderNumber, Permission permission) {
        ApiRequest request =
                ApiRequest.get("getPurchaseOrder", ORDERS + "purchaseOrders").segment(purchaseOrderNumber);
        return exchange.send(request, permission, GetPurchaseOrderResponse.class);
    }

    /**
     * Repeated only if it was surely not taken in, since there is no idempotency key: apis/amazon-vendor-orders.md 6.3.
     *
     * @see <a href="https://developer-docs.amazon.com/sp-api/reference/submitacknowledgement">submitAcknowledgement</a>
     */
    public CompletionStage<Answer<SubmitAcknowledgementResponse>> submitAcknowledgement(
            SubmitAcknowledgementRequest acknowledgement, Permission permission) {
        ApiRequest request = ApiRequest.post("submitAcknowledgement", ORDERS + "acknowledgements")
                .json(WireJson.write(acknowledgement))
                .alsoRetry(429, 503);
        return exchange.send(request, permission, SubmitAcknowledgementResponse.class);
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/gettransaction-1">getTransaction</a> */
    public CompletionStage<Answer<GetTransactionResponse>> getTransaction(String transactionId, Permission permission) {
        ApiRequest request = ApiRequest.get("getTransaction", TRANSACTIONS).segment(transactionId);
        return exchange.send(request, permission, GetTransactionResponse.class);
    }

    private static ApiRequest statusRequest(Query query) {
        ApiRequest request = ApiRequest.get("getPurchaseOrdersStatus", ORDERS + "purchaseOrdersStatus");
        return paged(request.about(query.value("purchaseOrderNumber")), query);
    }

    /** A 400 in the middle of a run of pages has vanished on repetition: apis/amazon-vendor-orders.md 5.5. */
    private static ApiRequest paged(ApiRequest request, Query query) {
        return query.value("nextToken") == null
                ? request.query(query)
                : request.query(query).alsoRetry(400);
    }
}
