/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on this machine and does to their connections what a {@link Network} does. It knows
 * no protocol. What a black hole held back arrives late once the network is sound, as TCP has it.
 */
final class FaultProxy implements AutoCloseable {
    private static final int CHUNK = 8_192;

    private final int server;
    private final ServerSocket entrance;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private Network network = Network.SOUND;

    FaultProxy(int server) {
        this.server = server;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon("proxy", this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    synchronized void becomes(Network next) {
        network = next;
        lines.forEach(line -> line.answered = 0);
        if (next.resets()) {
            lines.forEach(Line::reset);
        }
        notifyAll();
    }

    private synchronized Network network() {
        return network;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                daemon("proxy line", () -> connect(client));
            } catch (IOException e) {
                // Only closing the proxy ends this loop.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Line line = new Line(client, new Socket(InetAddress.getByName("127.0.0.1"), server));
            synchronized (this) {
                lines.add(line);
                if (network.resets()) {
                    line.reset();
                }
            }
            daemon("proxy requests", () -> line.carry(line.client, line.server, false));
            line.carry(line.server, line.client, true);
        } catch (IOException e) {
            reset(client); // nobody listens behind
        }
    }

    /** A connection of the client with the one to the server that continues it. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private long answered;

        Line(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void carry(Socket from, Socket to, boolean answers) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] bytes = new byte[CHUNK];
                boolean afterSilence = true;
                while (true) {
                    int count = in.read(bytes);
                    if (count < 0) {
                        break;
                    }
                    if (afterSilence) {
                        pause(network().delay()); // late, not slow: what was sent together arrives together
                    }
                    for (int at = 0; at < count; ) {
                        int now = allowance(count - at, answers);
                        out.write(bytes, at, now);
                        at += now;
                        if (isCut()) {
                            close();
                            return;
                        }
                        if (at < count) {
                            pause(network().then());
                        }
                    }
                    afterSilence = in.available() == 0;
                }
                allowance(0, answers);
                to.shutdownOutput();
            } catch (IOException e) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** How many of the bytes may pass now; waits while none may. */
        private int allowance(int bytes, boolean answers) throws InterruptedException {
            synchronized (FaultProxy.this) {
                while (network.silent()) {
                    FaultProxy.this.wait();
                }
                long left = answers ? network.most() - answered : bytes;
                int now = (int) Math.min(Math.min(bytes, network.atOnce()), left);
                answered += answers ? now : 0;
                return now;
            }
        }

        private boolean isCut() {
            synchronized (FaultProxy.this) {
                return answered >= network.most();
            }
        }

        void reset() {
            FaultProxy.reset(client);
            close();
        }

        void close() {
            lines.remove(this);
            FaultProxy.close(client);
            FaultProxy.close(server);
        }
    }

    /** Lets time pass, unless the network changes meanwhile. */
    private synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        Network before = network;
        for (long left = time.toMillis(); left > 0 && network == before; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close(socket);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is closed anyway.
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        close(entrance);
        lines.forEach(Line::close);
    }
}
