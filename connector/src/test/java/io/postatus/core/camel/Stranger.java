/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that is not the service's and remembers all that it is sent. */
final class Stranger implements AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final Map<String, String> headers;
    private final List<String> visits = new CopyOnWriteArrayList<>();

    private Stranger(int status, Map<String, String> headers) {
        this.status = status;
        this.headers = headers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers with everything that it was sent. */
    static Stranger echoing(int status) {
        return new Stranger(status, Map.of());
    }

    /** Sends everybody on to the same path of another. */
    static Stranger redirecting(int status, Stranger other) {
        return new Stranger(status, Map.of("Location", other.base().toString()));
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            String visit = http.getRequestMethod() + " " + http.getRequestURI() + " "
                    + Map.copyOf(http.getRequestHeaders()) + " "
                    + new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            visits.add(visit);
            headers.forEach((name, value) -> http.getResponseHeaders()
                    .add(name, value + http.getRequestURI().getRawPath()));
            byte[] echo = visit.getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(status, echo.length);
            http.getResponseBody().write(echo);
        }
    }

    /** Method, target, headers and body of each request. */
    List<String> visits() {
        return visits;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
