/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.amazonvendor.wire.GetPurchaseOrderResponse;
import io.postatus.amazonvendor.wire.GetPurchaseOrdersResponse;
import io.postatus.amazonvendor.wire.GetPurchaseOrdersStatusResponse;
import io.postatus.amazonvendor.wire.GetTransactionResponse;
import io.postatus.amazonvendor.wire.StatusPage;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementRequest;
import io.postatus.amazonvendor.wire.SubmitAcknowledgementResponse;
import io.postatus.core.auth.Authenticator;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.ApiResponse;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.JsonDecoding;
import io.postatus.core.http.Permission;
import io.postatus.core.wire.WireJson;
import java.util.concurrent.CompletionStage;

/**
 * The purchase-order calls of one vendor group. Every stage completes exceptionally with an
 * {@link io.postatus.core.http.ApiException} if the call did not succeed.
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/vendor-orders-api-v1-reference">Vendor Orders API v1</a>
 */
public final class AmazonVendorClient {

    private static final String ORDERS = "/vendor/orders/v1/";
    private static final String TRANSACTIONS = "/vendor/transactions/v1/transactions";

    private final String account;
    private final HttpExchange exchange;

    AmazonVendorClient(String account, HttpExchange exchange) {
        this.account = account;
        this.exchange = exchange;
    }

    /**
     * @param exchange to the account's base URL
     * @param tokens of {@link LwaTokenClient}
     */
    static AmazonVendorClient of(
            AmazonVendorAccount account,
            HttpExchangeBuilder exchange,
            CachingTokenClient tokens,
            AmazonVendorLimits limits) {
        return new AmazonVendorClient(
                account.id(),
                exchange.authenticator(Authenticator.header("x-amz-access-token", tokens))
                        .budgets(limits.of(account))
                        .tokenExpired(AmazonVendorErrors::tokenExpired)
                        .errorText(AmazonVendorErrors::text)
                        .rateHeader("x-amzn-RateLimit-Limit")
                        .requestIdHeader(AmazonVendorAnswer.REQUEST_ID)
                        .userAgent(AmazonVendorUserAgent.text())
                        .build());
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseordersstatus">getPurchaseOrdersStatus</a> */
    public CompletionStage<AmazonVendorAnswer<GetPurchaseOrdersStatusResponse>> getPurchaseOrdersStatus(
            PurchaseOrdersStatusQuery query, Permission permission) {
        return send(statusRequest(query), permission, GetPurchaseOrdersStatusResponse.class);
    }

    /** The same call, for who takes the orders apart one by one. */
    CompletionStage<AmazonVendorAnswer<StatusPage>> getStatusPage(
            PurchaseOrdersStatusQuery query, Permission permission) {
        ApiRequest request = statusRequest(query);
        return exchange.send(request, permission)
                .thenApply(response -> new AmazonVendorAnswer<>(decode(request, response, StatusPage.class), response));
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseorders">getPurchaseOrders</a> */
    public CompletionStage<AmazonVendorAnswer<GetPurchaseOrdersResponse>> getPurchaseOrders(
            PurchaseOrdersQuery query, Permission permission) {
        ApiRequest request = query.on(ApiRequest.get("getPurchaseOrders", ORDERS + "purchaseOrders"));
        return send(paged(request, query.hasNextToken()), permission, GetPurchaseOrdersResponse.class);
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/getpurchaseorder">getPurchaseOrder</a> */
    public CompletionStage<AmazonVendorAnswer<GetPurchaseOrderResponse>> getPurchaseOrder(
            String purchaseOrderNumber, Permission permission) {
        ApiRequest request =
                ApiRequest.get("getPurchaseOrder", ORDERS + "purchaseOrders").segment(purchaseOrderNumber);
        return send(request, permission, GetPurchaseOrderResponse.class);
    }

    /**
     * Repeated only if it was surely not taken in, since there is no idempotency key: apis/amazon-vendor-orders.md 6.3.
     *
     * @see <a href="https://developer-docs.amazon.com/sp-api/reference/submitacknowledgement">submitAcknowledgement</a>
     */
    public CompletionStage<AmazonVendorAnswer<SubmitAcknowledgementResponse>> submitAcknowledgement(
            SubmitAcknowledgementRequest acknowledgement, Permission permission) {
        ApiRequest request = ApiRequest.post("submitAcknowledgement", ORDERS + "acknowledgements")
                .json(WireJson.write(acknowledgement))
                .alsoRetry(429, 503);
        return send(request, permission, SubmitAcknowledgementResponse.class);
    }

    /** @see <a href="https://developer-docs.amazon.com/sp-api/reference/gettransaction-1">getTransaction</a> */
    public CompletionStage<AmazonVendorAnswer<GetTransactionResponse>> getTransaction(
            String transactionId, Permission permission) {
        ApiRequest request = ApiRequest.get("getTransaction", TRANSACTIONS).segment(transactionId);
        return send(request, permission, GetTransactionResponse.class);
    }

    private static ApiRequest statusRequest(PurchaseOrdersStatusQuery query) {
        ApiRequest request = query.on(ApiRequest.get("getPurchaseOrdersStatus", ORDERS + "purchaseOrdersStatus"));
        return paged(request.about(query.purchaseOrderNumber()), query.hasNextToken());
    }

    /** A 400 in the middle of a run of pages has vanished on repetition: apis/amazon-vendor-orders.md 5.5. */
    private static ApiRequest paged(ApiRequest request, boolean hasNextToken) {
        return hasNextToken ? request.alsoRetry(400) : request;
    }

    private <T> CompletionStage<AmazonVendorAnswer<T>> send(ApiRequest request, Permission permission, Class<T> type) {
        return exchange.send(request, permission).thenApply(response -> {
            T body = WireJson.read(decode(request, response, JsonNode.class), type);
            return new AmazonVendorAnswer<>(body, response);
        });
    }

    private <T> T decode(ApiRequest request, ApiResponse response, Class<T> type) {
        String requestId = response.header(AmazonVendorAnswer.REQUEST_ID).orElse(null);
        return JsonDecoding.decode(response, type, account, request.operation(), requestId);
    }
}
