/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import javax.net.SocketFactory;

/** Connections of a process that freezes in the midst of what it sends. The driver makes the factory, by its name. */
public final class FreezingSockets extends SocketFactory {
    private static volatile Frost frost;

    static Frost frost() {
        frost = new Frost();
        return frost;
    }

    /** Freezes all that these sockets send after some bytes, until it goes. */
    static final class Frost implements AutoCloseable {
        private final CountDownLatch gone = new CountDownLatch(1);
        private long bytes = Long.MAX_VALUE;

        synchronized void comeAfter(long bytes) {
            this.bytes = bytes;
        }

        private synchronized boolean freezes(int sent) {
            bytes -= sent;
            return bytes < 0;
        }

        private void pass(int sent) throws IOException {
            try {
                if (freezes(sent)) {
                    gone.await();
                }
            } catch (InterruptedException e) {
                throw new InterruptedIOException(e.getMessage());
            }
        }

        void go() {
            gone.countDown();
        }

        @Override
        public void close() {
            go();
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public OutputStream getOutputStream() throws IOException {
                return new FilterOutputStream(super.getOutputStream()) {
                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        frost.pass(count);
                        out.write(bytes, from, count);
                    }
                };
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        return createSocket(host, port);
    }
}
