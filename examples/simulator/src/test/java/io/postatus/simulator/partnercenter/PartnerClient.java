/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A client as naive as tests need it. */
final class PartnerClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final PartnerTenant tenant;
    private final boolean user;
    private String accessToken;

    PartnerClient(Simulator simulator, PartnerTenant tenant, boolean user) {
        this.base = simulator.partnerCenter().baseUrl();
        this.tenant = tenant;
        this.user = user;
    }

    /** An answer with its body read. */
    record Reply(int status, JsonNode body, HttpResponse<byte[]> response) {
        String code() {
            return body.path("code").asText();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        List<JsonNode> items() {
            return StreamSupport.stream(body.path("items").spliterator(), false).toList();
        }

        List<String> ids() {
            return items().stream().map(item -> item.path("id").asText()).toList();
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", "/v1" + path, null, headers);
    }

    /** The page behind a link, with every header that the link wants. */
    Reply follow(JsonNode link) {
        List<String> headers = new ArrayList<>();
        link.path("headers").forEach(header -> {
            headers.add(header.path("key").asText());
            headers.add(header.path("value").asText());
        });
        String uri = link.path("uri").asText();
        return send("GET", uri.startsWith("/v1/") ? uri : "/v1" + uri, null, headers.toArray(String[]::new));
    }

    /** Goes wherever a link leads, as nobody should. */
    Reply trust(JsonNode link) {
        return send("GET", link.path("uri").asText(), null);
    }

    /** All pages to the end. */
    List<JsonNode> all(String path) {
        Reply reply = get(path);
        List<JsonNode> items = new ArrayList<>(reply.items());
        while (reply.body().at("/links/next").isObject()) {
            reply = follow(reply.body().at("/links/next"));
            items.addAll(reply.items());
        }
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.status() + " " + reply.text());
        }
        return items;
    }

    /** Parts as name, file name or empty, content. */
    Reply upload(PartnerCustomer customer, String order, String requestId, String... parts) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 3) {
            String file = parts[i + 1].isEmpty() ? "" : "; filename=\"" + parts[i + 1] + "\"";
            body.append("--b7\r\nContent-Disposition: form-data; name=\"")
                    .append(parts[i])
                    .append('"')
                    .append(file)
                    .append("\r\nContent-Type: application/pdf\r\n\r\n")
                    .append(parts[i + 2])
                    .append("\r\n");
        }
        String path = "/v1/customers/" + customer.id() + "/orders/" + order + "/attachment";
        String type = "multipart/form-data; boundary=b7";
        return send("POST", path, body + "--b7--\r\n", "Content-Type", type, "MS-RequestId", requestId);
    }

    Reply token(URI url, String... namesAndValues) {
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String form = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(request.build());
    }

    Reply login() {
        String audience = "https://api.partnercenter.microsoft.com";
        Reply reply = token(
                tenant.tokenUrl(),
                "client_id",
                tenant.clientId(),
                "client_secret",
                tenant.clientSecret(),
                "grant_type",
                user ? "refresh_token" : "client_credentials",
                "scope",
                user ? audience + "/user_impersonation offline_access" : audience + "/.default",
                "refresh_token",
                user ? tenant.refreshToken() : "");
        accessToken = reply.body().path("access_token").asText();
        return reply;
    }

    String accessToken() {
        if (accessToken == null) {
            login();
        }
        return accessToken;
    }

    Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + accessToken());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), parsed(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
