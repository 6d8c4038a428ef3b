/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * The HTTP/1.1 server, on loopback only. It is not the JDK's, for three reasons: that one always dates answers by the
 * computer's clock instead of the world's, cannot reset a connection, and sends head and body apart, which costs 40 ms.
 */
final class HttpFront {
    private static final int BACKLOG = 1_000;
    private static final int IDLE_MILLIS = 60_000;

    private final ServerSocket server;
    private final List<Service> services;
    private final AnswerWriter writer;
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpFront::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    HttpFront(int port, List<Service> services, World world) throws IOException {
        this.server = new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
        this.services = services;
        this.writer = new AnswerWriter(world);
    }

    int port() {
        return server.getLocalPort();
    }

    void start() {
        threads.execute(this::accept);
    }

    void stop() {
        close(server);
        open.forEach(HttpFront::close);
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                // Only a stop ends this loop; a connection that failed at once is the client's affair.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            converse(socket);
        } catch (IOException e) {
            // The client went away, or the server was stopped: nobody is left to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void converse(Socket socket) throws IOException, InterruptedException {
        CallReader reader = new CallReader(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
        try {
            boolean more = true;
            while (more) {
                Optional<Call> call = reader.read();
                more = call.isPresent() && writer.write(answer(call.get()), call.get(), socket);
            }
        } catch (CallReader.Malformed e) {
            Call unreadable = new Call("", "", "", Map.of(), Map.of("connection", "close"), new byte[0]);
            writer.write(Answer.of(400, "text/plain", e.getMessage()), unreadable, socket);
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

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is closed anyway.
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }
}
