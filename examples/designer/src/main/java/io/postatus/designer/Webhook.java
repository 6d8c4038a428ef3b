/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.designer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A web server that takes what is posted to it, or refuses it. */
final class Webhook implements AutoCloseable {
    private static final int NO_CONTENT = 204;
    /** Not 503, which Camel's HTTP client repeats by itself, once for every try of the flow. */
    private static final int FAILED = 500;

    private final HttpServer server;
    private final List<Post> tries = new CopyOnWriteArrayList<>();
    private volatile Predicate<Post> refuses = post -> false;
    private final Consumer<Post> accepted;

    /** What was posted; the key is the same for every repeat of a change. */
    record Post(String key, String contentType, String body) {
        @Override
        public String toString() {
            return key;
        }
    }

    /** At a port, 0 for a free one. */
    Webhook(int port, Consumer<Post> accepted) throws IOException {
        this.accepted = accepted;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/orders", this::answer);
        server.start();
    }

    /** Refuses these from now on. */
    void refuse(Predicate<Post> which) {
        refuses = which;
    }

    /** All that was posted, refused or not. */
    List<Post> tries() {
        return tries;
    }

    /** Host, port and path. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort() + "/orders";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Post post = new Post(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            tries.add(post);
            boolean refused = refuses.test(post);
            if (!refused) {
                accepted.accept(post);
            }
            exchange.sendResponseHeaders(refused ? FAILED : NO_CONTENT, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
