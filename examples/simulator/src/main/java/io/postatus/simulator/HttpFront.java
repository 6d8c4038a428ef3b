/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The HTTP side: reads calls, finds the service, delivers answers well or badly. */
final class HttpFront {
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    static {
        // Head and body are two writes; with Nagle's algorithm each answer would wait 40 ms for an acknowledgement.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpFront::daemon);
    private final List<Service> services;

    HttpFront(int port, List<Service> services) throws IOException {
        this.services = services;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            deliver(exchange, answer(call));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Call call) {
        try {
            return services.stream()
                    .filter(service -> service.serves(call.path()))
                    .findFirst()
                    .map(service -> service.answer(call))
                    .orElseGet(() -> Answer.of(404, "text/plain", "no simulated service has the path " + call.path()));
        } catch (RuntimeException e) {
            // Status 599 is no service's own: a defect of the simulator must not pass for a simulated fault.
            return Answer.of(599, "text/plain", "defect of the simulator: " + e);
        }
    }

    private static Call read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.putIfAbsent(decode(name), decode(value));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void deliver(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        if (answer.delivery() == Answer.Delivery.DROPPED) {
            return;
        }
        if (answer.delivery() != Answer.Delivery.DRIPPING) {
            TimeUnit.NANOSECONDS.sleep(answer.pause().toNanos());
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        OutputStream out = exchange.getResponseBody();
        switch (answer.delivery()) {
            case TRUNCATED -> out.write(answer.body(), 0, answer.body().length / 2);
            case DRIPPING -> drip(out, answer);
            default -> out.write(answer.body());
        }
        out.flush();
    }

    private static void drip(OutputStream out, Answer answer) throws IOException, InterruptedException {
        for (byte each : answer.body()) {
            TimeUnit.NANOSECONDS.sleep(answer.pause().toNanos());
            out.write(each);
            out.flush();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }
}
