/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy before a server that sends back what it gets. */
class FaultProxyTest {
    private static final int SOON_MILLIS = 10_000;
    private static final byte[] HELLO = "hello, this is a client".getBytes();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;
    private CompletableFuture<Void> serving;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        serving = CompletableFuture.runAsync(this::serve, threads);
        proxy = new FaultProxy(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void soundNetworkPassesEverythingAndTheEndOfIt() throws IOException {
        byte[] much = new byte[1_000_000];
        much[999_999] = 7;
        try (Socket client = client()) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(client, much), threads);

            assertThat(client.getInputStream().readAllBytes()).isEqualTo(much);
            assertThat(sent).isCompleted();
        }
    }

    @Test
    void lateNetworkDelaysBothWays() throws IOException {
        proxy.becomes(Network.late(Duration.ofMillis(150)));
        long began = System.nanoTime();
        try (Socket client = client()) {
            send(client, HELLO);
            assertThat(client.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
        }
        assertThat(millisSince(began)).isGreaterThanOrEqualTo(300);
    }

    @Test
    void drippingNetworkPassesAFewBytesAtATime() throws IOException {
        proxy.becomes(Network.dripping(1, Duration.ofMillis(10)));
        long began = System.nanoTime();
        try (Socket client = client()) {
            send(client, HELLO);
            assertThat(client.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
        }
        assertThat(millisSince(began)).isGreaterThanOrEqualTo(10L * (HELLO.length - 1));
    }

    @Test
    void cutComesAfterThatManyBytesOfAnswers() throws IOException {
        proxy.becomes(Network.cutAfter(5));
        try (Socket client = client()) {
            send(client, HELLO);
            assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("hello");
        }
    }

    @Test
    void cutAfterNothingMeetsOldConnectionsToo() throws IOException {
        try (Socket client = client()) {
            assertEchoes(client);
            proxy.becomes(Network.cutAfter(0));
            client.getOutputStream().write(HELLO);
            assertThat(client.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void blackHolePassesNothingAndTellsNobodyUntilTheNetworkIsSound() throws IOException {
        try (Socket client = client()) {
            assertEchoes(client);
            proxy.becomes(Network.BLACK_HOLE);
            client.getOutputStream().write(HELLO);
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.becomes(Network.SOUND);
            client.setSoTimeout(SOON_MILLIS);
            assertThat(client.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
        }
    }

    @Test
    void resetMeetsOldConnectionsAndNewOnes() throws IOException {
        try (Socket old = client()) {
            assertEchoes(old);
            proxy.becomes(Network.RESETTING);
            assertThatThrownBy(() -> old.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThatThrownBy(() -> {
                        try (Socket late = client()) {
                            assertEchoes(late);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void soundNetworkAfterAllOfThatIsSound() throws IOException {
        proxy.becomes(Network.RESETTING);
        proxy.becomes(Network.cutAfter(1));
        proxy.becomes(Network.SOUND);
        try (Socket client = client()) {
            assertEchoes(client);
            assertEchoes(client);
        }
    }

    @Test
    void serverThatIsGoneIsAReset() throws IOException {
        echo.close();
        serving.join(); // until its thread has woken from accept, the closed socket still takes a connection that comes
        try (Socket client = client()) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    private Socket client() throws IOException {
        Socket client = new Socket(InetAddress.getByName("127.0.0.1"), proxy.port());
        client.setSoTimeout(SOON_MILLIS);
        return client;
    }

    private static void assertEchoes(Socket client) throws IOException {
        client.getOutputStream().write(HELLO);
        assertThat(client.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
    }

    private static void send(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = echo.accept();
                threads.execute(() -> echo(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The client went away.
        }
    }
}
