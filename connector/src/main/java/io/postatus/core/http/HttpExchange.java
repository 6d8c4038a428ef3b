/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.wire.WireJson;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Sends an account's calls to a service.
 * <ol>
 * <li>Before each send it waits for its turn in the operation's {@link RateBudget}, holding no thread, and then asks
 * the permission; without it nothing is sent.
 * <li>A failed call is repeated by the {@link RetryPolicy} if it may be; every repetition takes its turn like any other
 * request.
 * <li>A token that the service calls expired is dropped and the call repeated, once.
 * <li>An answer that is accepted, usually a 2xx, completes; anything else completes exceptionally, with an {@link ApiException} or, without permission, with
 * a {@link RequestWithdrawnException}.
 * <li>Cancelling the returned stage's future stops the waiting and further sends, not a request on the way.
 * </ol>
 */
public final class HttpExchange {

    private final ExchangeParts parts;

    HttpExchange(ExchangeParts parts) {
        this.parts = parts;
    }

    /**
     * @param account the id that the user chose, for messages
     * @param base    scheme, host, port and, if need be, a path prefix. All requests go there and nowhere else
     */
    public static HttpExchangeBuilder of(String account, URI base) {
        return new HttpExchangeBuilder(account, base);
    }

    public CompletionStage<ApiResponse> send(ApiRequest request, Permission permission) {
        CompletableFuture<ApiResponse> result = new CompletableFuture<>();
        new Call(parts, request, permission, result).start();
        return result;
    }

    /**
     * Sends and takes the answer apart. What is no JSON is a {@link MalformedResponseException}; a field in a form that does
     * not fit is null, so that it does not cost the others.
     */
    public <T> CompletionStage<Answer<T>> send(ApiRequest request, Permission permission, Class<T> type) {
        return send(request, permission, response -> WireJson.read(decode(request, response, JsonNode.class), type));
    }

    /** The same, but whatever does not fit its field is a {@link MalformedResponseException} too. */
    public <T> CompletionStage<Answer<T>> sendStrictly(ApiRequest request, Permission permission, Class<T> type) {
        return send(request, permission, response -> decode(request, response, type));
    }

    /** Sends and takes the answer as it comes: a file. */
    public CompletionStage<Answer<byte[]>> sendForFile(ApiRequest request, Permission permission) {
        return send(request.header("Accept", "*/*"), permission, ApiResponse::body);
    }

    private <T> CompletionStage<Answer<T>> send(
            ApiRequest request, Permission permission, Function<ApiResponse, T> decoding) {
        CompletableFuture<ApiResponse> sent = send(request, permission).toCompletableFuture();
        CompletableFuture<Answer<T>> decoded =
                sent.thenApply(response -> new Answer<>(decoding.apply(response), response, parts.requestId(response)));
        decoded.whenComplete((answer, failure) -> sent.cancel(false));
        return decoded;
    }

    private <T> T decode(ApiRequest request, ApiResponse response, Class<T> type) {
        return JsonDecoding.decode(response, type, parts.account(), request.operation(), parts.requestId(response));
    }
}
