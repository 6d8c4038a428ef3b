/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sends answers, well or badly, dated by the world's clock. */
final class AnswerWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private final World world;

    AnswerWriter(World world) {
        this.world = world;
    }

    /** Sends an answer; tells whether the connection may carry another request. */
    boolean write(Answer answer, Call call, Socket socket) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        boolean close = "close".equalsIgnoreCase(call.header("connection"));
        switch (answer.delivery()) {
            case DROPPED -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case TRUNCATED -> {
                send(out, head(answer, close), answer.body(), answer.body().length / 2);
                return false;
            }
            case DRIPPING -> drip(out, answer, close);
            case WHOLE -> {
                TimeUnit.NANOSECONDS.sleep(answer.pause().toNanos());
                send(out, head(answer, close), answer.body(), answer.body().length);
            }
        }
        return !close;
    }

    private byte[] head(Answer answer, boolean close) {
        Instant now = world.now();
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(REASONS.getOrDefault(answer.status(), "Status"))
                .append("\r\nDate: ")
                .append(DATE.format(now))
                .append("\r\nContent-Length: ")
                .append(answer.body().length)
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append(close ? "Connection: close\r\n\r\n" : "\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Head and body in one write, so that small answers are one packet. */
    private static void send(OutputStream out, byte[] head, byte[] body, int length) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + length);
        all.write(head);
        all.write(body, 0, length);
        all.writeTo(out);
        out.flush();
    }

    private void drip(OutputStream out, Answer answer, boolean close) throws IOException, InterruptedException {
        out.write(head(answer, close));
        for (byte each : answer.body()) {
            TimeUnit.NANOSECONDS.sleep(answer.pause().toNanos());
            out.write(each);
            out.flush();
        }
    }
}
