/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A client as naive as tests need it. The JDK's newer client sends Content-Length on GET, which Amazon refuses. */
final class VendorClient {
    static final String STATUS = "/vendor/orders/v1/purchaseOrdersStatus";
    static final String ORDERS = "/vendor/orders/v1/purchaseOrders";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Simulator simulator;
    private final AmazonAccount account;
    private String accessToken;

    VendorClient(Simulator simulator, AmazonAccount account) {
        this.simulator = simulator;
        this.account = account;
    }

    /** An answer with its body read. */
    record Reply(int status, JsonNode body, byte[] bytes, HttpURLConnection connection) {
        String code() {
            return body.at("/errors/0/code").asText();
        }

        String details() {
            return body.at("/errors/0/details").asText();
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return connection.getHeaderField(name);
        }

        String nextToken() {
            JsonNode token = body.at("/payload/pagination/nextToken");
            return token.isMissingNode() ? null : token.asText();
        }

        List<JsonNode> rows() {
            List<JsonNode> rows = new ArrayList<>();
            body.path("payload").path("ordersStatus").forEach(rows::add);
            body.path("payload").path("orders").forEach(rows::add);
            return rows;
        }

        List<String> numbers() {
            return rows().stream()
                    .map(row -> row.path("purchaseOrderNumber").asText())
                    .toList();
        }
    }

    Reply status(String... namesAndValues) {
        return get(STATUS, namesAndValues);
    }

    Reply get(String path, String... namesAndValues) {
        return get(path, pairs(namesAndValues));
    }

    private Reply get(String path, Map<String, String> query) {
        String suffix = query.isEmpty() ? "" : "?" + encoded(query);
        return send("GET", path + suffix, headers("Accept", "application/json"), null);
    }

    /** All pages to the end. */
    List<JsonNode> all(String path, String... namesAndValues) {
        List<JsonNode> rows = new ArrayList<>();
        Map<String, String> query = pairs(namesAndValues);
        String token;
        do {
            Reply reply = get(path, query);
            if (reply.status() != 200) {
                throw new IllegalStateException(reply.status() + " " + reply.text());
            }
            rows.addAll(reply.rows());
            token = reply.nextToken();
            query.put("nextToken", token);
        } while (token != null);
        return rows;
    }

    Reply post(String path, String body) {
        return post(path, body, "application/json");
    }

    Reply post(String path, String body, String type) {
        return send("POST", path, headers("Content-Type", type), body);
    }

    /** A GET with one header of its own in the place of the usual one. */
    Reply getWith(String header, String value, String path) {
        return send("GET", path, headers(header, value), null);
    }

    Reply token(String... namesAndValues) {
        return tokenBody("application/x-www-form-urlencoded;charset=UTF-8", encoded(pairs(namesAndValues)));
    }

    Reply tokenBody(String type, String body) {
        return send("POST", "/auth/o2/token", Map.of("Content-Type", type), body);
    }

    Reply login() {
        Reply reply = token(
                "grant_type", "refresh_token",
                "refresh_token", account.refreshToken(),
                "client_id", account.clientId(),
                "client_secret", account.clientSecret());
        accessToken = reply.body().path("access_token").asText();
        return reply;
    }

    String accessToken() {
        if (accessToken == null) {
            login();
        }
        return accessToken;
    }

    private Map<String, String> headers(String name, String value) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", "SimulatorTest/1.0 (Language=Java/17)");
        headers.put("x-amz-access-token", accessToken());
        headers.put(name, value);
        return headers;
    }

    private Reply send(String method, String path, Map<String, String> headers, String body) {
        try {
            URL url = URI.create(simulator.amazon().baseUrl() + path).toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            return reply(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            return new Reply(status, parsed(bytes), bytes, connection);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static Map<String, String> pairs(String... namesAndValues) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }

    private static String encoded(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
