/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiRequest;
import io.postatus.core.http.ForeignWords;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.wire.WireJson;
import io.postatus.pos.wire.Payment;
import io.postatus.pos.wire.PurchaseOrder;
import io.postatus.pos.wire.PurchaseOrderSearch;
import io.postatus.pos.wire.Revisions;
import io.postatus.pos.wire.SearchPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The purchase-order calls of one subscriber. Every stage completes exceptionally with an
 * {@link io.postatus.core.http.ApiException} if the call did not succeed; that there is no such order is a
 * {@link NotFoundException} in whichever way the service says it.
 *
 * @see <a href="https://api.ticketutils.com/Help">Ticket Utils API</a>
 */
public final class PosClient {

    private static final String ORDERS = "/POS/PurchaseOrders";
    private static final String JSON = "application/json; charset=utf-8";

    private final PosAccount account;
    private final HttpExchange exchange;

    private PosClient(PosAccount account, HttpExchange exchange) {
        this.account = account;
        this.exchange = exchange;
    }

    /** @param exchange to the account's base URL */
    static PosClient of(PosAccount account, HttpExchangeBuilder exchange, RateBudgets budgets) {
        return new PosClient(
                account,
                exchange.authenticator(PosSignature.of(account))
                        .budgets(PosLimits.of(account, budgets))
                        .accepted(PosErrors::accepted)
                        .errorText(PosErrors::text)
                        .build());
    }

    /** Repeated like any read, although it is a POST: {@code POST POS/PurchaseOrders/Search}. */
    public CompletionStage<Answer<SearchPage>> searchPurchaseOrders(PurchaseOrderSearch search, Permission permission) {
        ApiRequest request = ApiRequest.post("searchPurchaseOrders", ORDERS + "/Search")
                .body(JSON, WireJson.write(search))
                .asRepeatable();
        return send(request, permission, answer -> page(request, search.page(), answer));
    }

    /** {@code GET POS/PurchaseOrders/{id}}. */
    public CompletionStage<Answer<PurchaseOrder>> getPurchaseOrder(String purchaseOrderId, Permission permission) {
        ApiRequest request = order("getPurchaseOrder", purchaseOrderId);
        return send(
                request,
                permission,
                answer -> WireJson.read(order(request, purchaseOrderId, answer), PurchaseOrder.class));
    }

    /** The same call, for who needs the document itself. */
    CompletionStage<Answer<JsonNode>> getPurchaseOrderDocument(String purchaseOrderId, Permission permission) {
        ApiRequest request = order("getPurchaseOrder", purchaseOrderId);
        return send(request, permission, answer -> order(request, purchaseOrderId, answer));
    }

    /** {@code GET POS/PurchaseOrders/{id}/Revisions}. */
    public CompletionStage<Answer<Revisions>> getRevisions(String purchaseOrderId, Permission permission) {
        ApiRequest request = order("getRevisions", purchaseOrderId).then("/Revisions");
        return send(request, permission, answer -> WireJson.read(found(request, answer), Revisions.class));
    }

    /**
     * {@code GET POS/PurchaseOrders/{id}/Payments}.
     *
     * @param query a range of the payments' updates
     */
    public CompletionStage<Answer<List<Payment>>> getPayments(
            String purchaseOrderId, Query query, Permission permission) {
        ApiRequest request =
                order("getPayments", purchaseOrderId).then("/Payments").query(query);
        return send(request, permission, answer -> payments(request, answer));
    }

    private static ApiRequest order(String operation, String purchaseOrderId) {
        return ApiRequest.get(operation, ORDERS).segment(purchaseOrderId);
    }

    private <T> CompletionStage<Answer<T>> send(
            ApiRequest request, Permission permission, Function<Answer<JsonNode>, T> reading) {
        return exchange.send(request, permission, JsonNode.class)
                .thenApply(answer -> new Answer<>(reading.apply(answer), answer.response(), answer.requestId()));
    }

    /**
     * Rows in their envelope or bare, or the word that there are none; nothing else passes for an empty page.
     *
     * @param asked the number of the page; null for the first
     */
    private SearchPage page(ApiRequest request, Integer asked, Answer<JsonNode> answer) {
        JsonNode body = answer.body();
        if (PosErrors.saysNotFound(body)) {
            return SearchPage.NOTHING;
        }
        if (body.isArray()) {
            return new SearchPage(list(body), null, null, null).asked(asked);
        }
        if (!found(request, answer).path("Items").isArray()) {
            throw malformed(request, answer, "it has no list of rows");
        }
        return WireJson.read(body, SearchPage.class).asked(asked);
    }

    private JsonNode order(ApiRequest request, String asked, Answer<JsonNode> answer) {
        JsonNode order = found(request, answer);
        String shown = order.path("PurchaseOrderId").asText("");
        if (shown.isBlank()) {
            throw malformed(request, answer, "it is no purchase order: it has no PurchaseOrderId");
        }
        if (!shown.equals(asked)) {
            throw malformed(
                    request,
                    answer,
                    "it is another order than was asked for: not " + asked + " but " + ForeignWords.oneLine(shown));
        }
        return order;
    }

    private List<Payment> payments(ApiRequest request, Answer<JsonNode> answer) {
        JsonNode payments = found(request, answer);
        if (!payments.isArray()) {
            throw malformed(request, answer, "it is no list of payments");
        }
        return list(payments).stream()
                .map(payment -> WireJson.read(payment, Payment.class))
                .toList();
    }

    /** Errors may come under a status that means success: apis/ticketutils-pos.md 8. */
    private JsonNode found(ApiRequest request, Answer<JsonNode> answer) {
        JsonNode body = answer.body();
        int status = answer.response().status();
        if (PosErrors.saysNotFound(body)) {
            throw new NotFoundException(
                    account.id(),
                    request.operation(),
                    status,
                    answer.requestId(),
                    "Account '" + account.id() + "', " + request.operation() + ": the service does not know it ("
                            + status
                            + "). The request was not repeated. Check the id, and that it belongs to this account.");
        }
        if (PosErrors.hasErrors(body)) {
            throw malformed(request, answer, "it holds errors in place of what was asked for");
        }
        return body;
    }

    private MalformedResponseException malformed(ApiRequest request, Answer<JsonNode> answer, String problem) {
        return MalformedResponseException.in(
                answer,
                account.id(),
                request.operation(),
                "the answer cannot be used, " + problem + ". Nothing of it was used. If it lasts, ask the service.");
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }
}
