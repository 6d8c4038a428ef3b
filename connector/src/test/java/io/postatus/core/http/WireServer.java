/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server of raw bytes on loopback: what it answers may be no HTTP at all. One request a connection; remembers every
 * request's text.
 */
final class WireServer implements AutoCloseable {

    /** Writes an answer, or does something worse to the socket. */
    @FunctionalInterface
    interface Script {
        void answer(String request, Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    WireServer(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("wire-server", this::accept);
    }

    static WireServer answering(String head, byte[] body) {
        return new WireServer((request, socket) -> write(socket, head, body));
    }

    static WireServer answering(String head) {
        return answering(head, new byte[0]);
    }

    /** An answer that comes a byte at a time until the server is closed. */
    static WireServer dripping() {
        WireServer[] self = new WireServer[1];
        self[0] = new WireServer((request, socket) -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000", new byte[0]);
            while (!self[0].closed(20)) {
                socket.getOutputStream().write(' ');
                socket.getOutputStream().flush();
            }
        });
        return self[0];
    }

    static void write(Socket socket, String head, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    private boolean closed(int withinMillis) {
        try {
            return closed.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                start("wire-connection", () -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String request = request(new BufferedInputStream(socket.getInputStream()));
            requests.add(request);
            script.answer(request, socket);
        } catch (IOException e) {
            // The client went away, as it should when it has had enough.
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return text.toString();
            }
            text.append((char) b);
        }
        int at = text.toString().toLowerCase().indexOf("content-length: ");
        if (at >= 0) {
            int length = Integer.parseInt(text.substring(at + 16, text.indexOf("\r\n", at)));
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
