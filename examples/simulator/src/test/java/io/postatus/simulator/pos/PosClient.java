/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A client as naive as tests need it. */
final class PosClient {
    static final String ORDERS = "/POS/PurchaseOrders";
    static final String SEARCH = ORDERS + "/Search";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI baseUrl;
    private final String token;
    private final String secret;

    PosClient(URI baseUrl, String token, String secret) {
        this.baseUrl = baseUrl;
        this.token = token;
        this.secret = secret;
    }

    /** An answer with its body read. */
    record Reply(int status, JsonNode body, byte[] bytes, HttpResponse<byte[]> response) {
        String message() {
            return body.path("Message").asText();
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        List<JsonNode> rows() {
            List<JsonNode> rows = new ArrayList<>();
            body.path("Items").forEach(rows::add);
            return rows;
        }

        List<String> ids() {
            return rows().stream()
                    .map(row -> row.path("PurchaseOrderId").asText())
                    .toList();
        }
    }

    Reply search(String body) {
        return post(SEARCH, body);
    }

    Reply one(String id) {
        return get(ORDERS + "/" + id);
    }

    Reply get(String target) {
        return send("GET", target, null, signed(target));
    }

    Reply post(String target, String body) {
        return send("POST", target, body, signed(target));
    }

    Reply put(String target, String body) {
        return send("PUT", target, body, signed(target));
    }

    /** The headers that a request for this target needs. */
    Map<String, String> signed(String target) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Token", token);
        headers.put("X-Signature", Signature.of(Signature.decoded(target), secret));
        headers.put("Content-Type", "application/json; charset=utf-8");
        return headers;
    }

    Reply send(String method, String target, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + target))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), parsed(response.body()), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
