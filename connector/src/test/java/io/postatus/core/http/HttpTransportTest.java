/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.postatus.canary.Canary;
import io.postatus.core.time.PooledTimeline;
import io.postatus.core.time.VirtualTimeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service can do to us over a real socket, and what our client must not do behind our back. */
@Timeout(60)
class HttpTransportTest {

    private static final String OK = "HTTP/1.1 200 OK";
    private static final TransportLimits LIMITS = new TransportLimits(Duration.ofSeconds(20), 2 << 20, 4 << 20, 100);
    private static final byte[] NO_BODY = {};

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService oneThread = Executors.newSingleThreadExecutor();
    private final PooledTimeline time = new PooledTimeline(alarms, oneThread, Clock.systemUTC());
    private CamelHttpClient camel;

    @BeforeEach
    void start() throws Exception {
        camel = new CamelHttpClient();
    }

    @AfterEach
    void stop() {
        camel.close();
        alarms.shutdownNow();
        oneThread.shutdownNow();
    }

    @Test
    void anAnswerComesWithStatusHeadersBodyAndTheServicesTime() throws Exception {
        String head = "HTTP/1.1 404 Not Found\r\nDate: Mon, 02 Mar 2026 10:00:07 GMT\r\nX-Id: one\r\nX-Id: two";
        try (WireServer server = WireServer.answering(head + "\r\nContent-Length: 4", bytes("gone"))) {
            ApiResponse answer = transport().exchange(get(server.base()));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).asString().isEqualTo("gone");
            assertThat(answer.header("x-iD")).contains("one");
            assertThat(answer.serviceTime()).isEqualTo(Instant.parse("2026-03-02T10:00:07Z"));
        }
    }

    @Test
    void aGetHasNoBodyAndNoContentLength() throws Exception {
        try (WireServer server = WireServer.answering(OK + "\r\nContent-Length: 0")) {
            transport().exchange(get(server.base()));
            assertThat(server.requests().get(0).toLowerCase())
                    .startsWith("get /orders http/1.1\r\n")
                    .doesNotContain("content-length", "transfer-encoding")
                    .containsOnlyOnce("accept-encoding: gzip\r\n")
                    .containsOnlyOnce("host: ");
        }
    }

    @Test
    void aPostSaysHowLongItsBodyIs() throws Exception {
        try (WireServer server = WireServer.answering("HTTP/1.1 202 Accepted\r\nContent-Length: 0")) {
            transport()
                    .exchange(new WireRequest(
                            "POST",
                            server.base().resolve("/acks"),
                            Map.of("Content-Type", "application/json"),
                            bytes("{}")));
            assertThat(server.requests().get(0))
                    .contains("Content-Length: 2\r\n")
                    .containsOnlyOnce("Content-Type: application/json\r\n")
                    .endsWith("\r\n\r\n{}");
        }
    }

    @Test
    void thePathGoesOverTheWireAsItWasEncoded() throws Exception {
        String encoded = ApiRequest.get("get", "/orders")
                .segment("A/B ü%2F..")
                .query("t", "a+b:c|d&e=f/g~")
                .pathAndQuery();
        try (WireServer server = WireServer.answering(OK + "\r\nContent-Length: 0")) {
            transport().exchange(new WireRequest("GET", URI.create(server.base() + encoded), Map.of(), NO_BODY));
            assertThat(server.requests().get(0)).startsWith("GET " + encoded + " HTTP/1.1\r\n");
        }
    }

    @Test
    void theDeadlineEndsASlowDripEvenWhenEverySendingThreadIsStuckInOne() throws Exception {
        try (WireServer server = WireServer.dripping()) {
            HttpTransport transport = transport(camel.client(), LIMITS.withDeadline(Duration.ofMillis(300)));
            long start = System.nanoTime();
            Throwable failure = oneThread
                    .submit(() -> catchThrowable(() -> transport.exchange(get(server.base()))))
                    .get(10, TimeUnit.SECONDS);
            assertThat(failure)
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("no complete answer within PT0.3S");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
        }
    }

    @Test
    void theDeadlineAlsoEndsTheWaitForAConnection() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        try (CamelHttpClient small = new CamelHttpClient(1);
                WireServer server = new WireServer((request, socket) -> {
                    taken.countDown();
                    socket.getInputStream().read();
                })) {
            CompletableFuture<Void> holding = CompletableFuture.runAsync(
                    () -> catchThrowable(() -> transport(small.client(), LIMITS).exchange(get(server.base()))));
            assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
            HttpTransport second = transport(small.client(), LIMITS.withDeadline(Duration.ofMillis(200)));
            assertThatThrownBy(() -> second.exchange(get(server.base()))).isInstanceOf(DeadlineExceededException.class);
            assertThat(server.requests()).hasSize(1);
            assertThat(holding).isNotDone();
        }
    }

    @Test
    void afterTheAnswerNoAlarmIsLeft() throws Exception {
        VirtualTimeline deadlines = new VirtualTimeline();
        try (WireServer server = WireServer.answering(OK + "\r\nContent-Length: 0")) {
            new HttpTransport(camel.client(), deadlines, LIMITS).exchange(get(server.base()));
        }
        deadlines.runUntilIdle();
        assertThat(deadlines.nanos()).isZero();
    }

    @Test
    void whatTheUserConfiguredForTheClientApplies() throws Exception {
        RequestConfig impatient = RequestConfig.custom()
                .setResponseTimeout(100, TimeUnit.MILLISECONDS)
                .build();
        try (CloseableHttpClient client = HttpClientBuilder.create()
                        .setDefaultRequestConfig(impatient)
                        .build();
                WireServer server = new WireServer(
                        (request, socket) -> socket.getInputStream().read())) {
            HttpTransport transport = transport(client, LIMITS.withDeadline(Duration.ofSeconds(10)));
            assertThatThrownBy(() -> transport.exchange(get(server.base())))
                    .hasMessage("the connection broke")
                    .hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gzipIsDecodedByUs(boolean careless) throws Exception {
        try (WireServer server = gzipped(bytes("{\"order\":1}"))) {
            assertThat(transport(careless).exchange(get(server.base())).body())
                    .asString()
                    .isEqualTo("{\"order\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGzipBombIsNotInflated(boolean careless) throws Exception {
        try (WireServer server = gzipped(new byte[3 << 20])) {
            assertThatThrownBy(() -> transport(careless).exchange(get(server.base())))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessageContaining("100 times");
        }
    }

    @Test
    void anAnswerThatInflatesModeratelyButTooFarIsNotReadOn() throws Exception {
        byte[] body = new byte[(4 << 20) + 1];
        byte[] noise = new byte[body.length / 8];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, body, 0, noise.length);
        try (WireServer server = gzipped(body)) {
            assertThatThrownBy(() -> transport().exchange(get(server.base())))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessageContaining("larger than " + (4 << 20));
        }
    }

    /** Closing the stream would read it to the end that it does not have. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\r\nContent-Length: 1000000000000", "\r\nTransfer-Encoding: chunked"})
    void aPlainAnswerWithoutEndIsNotReadOn(String length) throws Exception {
        byte[] piece =
                bytes(length.contains("chunked") ? "2000\r\n" + " ".repeat(0x2000) + "\r\n" : " ".repeat(0x2000));
        try (WireServer server = new WireServer((request, socket) -> {
            WireServer.write(socket, OK + length, NO_BODY);
            OutputStream out = socket.getOutputStream();
            while (true) {
                out.write(piece);
            }
        })) {
            HttpTransport transport = transport(camel.client(), LIMITS.withDeadline(Duration.ofSeconds(10)));
            assertThatThrownBy(() -> transport.exchange(get(server.base())))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasMessageContaining("larger than " + (2 << 20));
        }
    }

    @Test
    void anEncodingThatWasNotAskedForIsNotGuessedAt() throws Exception {
        try (WireServer server =
                WireServer.answering(OK + "\r\nContent-Encoding: br\r\nContent-Length: 1", bytes("x"))) {
            assertThatThrownBy(() -> transport().exchange(get(server.base())))
                    .isInstanceOf(UnreadableBodyException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100",
                "Transfer-Encoding: chunked",
                "Content-Encoding: gzip\r\nContent-Length: 10"
            })
    void aTruncatedAnswerIsNoAnswer(String head) throws Exception {
        byte[] body = head.contains("chunked")
                ? bytes("ff\r\nhalf")
                : head.contains("gzip") ? Arrays.copyOf(gzip(bytes("whole")), 10) : bytes("half");
        try (WireServer server = WireServer.answering(OK + "\r\n" + head, body)) {
            assertThatThrownBy(() -> transport().exchange(get(server.base())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(UnreadableBodyException.class)
                    .hasMessage("the connection broke");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRedirectIsNotFollowedAndNoCredentialLeaves(boolean careless) throws Exception {
        try (WireServer elsewhere = WireServer.answering(OK + "\r\nContent-Length: 0");
                WireServer server = WireServer.answering(
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + elsewhere.base() + "/orders")) {
            assertThat(transport(careless).exchange(get(server.base())).status())
                    .isEqualTo(302);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCookieIsNotReturned(boolean careless) throws Exception {
        try (WireServer server = WireServer.answering(
                OK + "\r\nSet-Cookie: session=1; Path=/\r\nContent-Length: 0\r\nConnection: close")) {
            HttpTransport transport = transport(careless);
            transport.exchange(get(server.base()));
            transport.exchange(get(server.base()));
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.toLowerCase()
                    .contains("cookie"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRefusalIsNotSentAgainBehindOurBack(int status) throws Exception {
        try (WireServer server =
                WireServer.answering("HTTP/1.1 " + status + " No\r\nRetry-After: 0\r\nContent-Length: 0")) {
            assertThat(transport().exchange(get(server.base())).status()).isEqualTo(status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aResetConnectionIsNoAnswerAndNothingIsSentAgain() throws Exception {
        try (WireServer server = new WireServer((request, socket) -> socket.setSoLinger(true, 0))) {
            assertThatThrownBy(() -> transport().exchange(get(server.base())))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NotSentException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void withoutAConnectionNothingWasSent() throws Exception {
        WireServer server = WireServer.answering(OK);
        server.close();
        assertThatThrownBy(() -> transport().exchange(get(server.base()))).isInstanceOf(NotSentException.class);
    }

    @Test
    void aClientThatWasClosedSendsNothing() throws Exception {
        HttpTransport transport = transport();
        camel.close();
        try (WireServer server = WireServer.answering(OK)) {
            assertThatThrownBy(() -> transport.exchange(get(server.base()))).isInstanceOf(NotSentException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    private HttpTransport transport() {
        return transport(false);
    }

    private HttpTransport transport(boolean careless) {
        return transport(careless ? CamelHttpClient.careless() : camel.client(), LIMITS);
    }

    private HttpTransport transport(HttpClient client, TransportLimits limits) {
        return new HttpTransport(client, time.withoutPool(), limits);
    }

    private static WireRequest get(URI base) {
        return new WireRequest("GET", base.resolve("/orders"), Map.of("x-amz-access-token", Canary.WORD), NO_BODY);
    }

    private static WireServer gzipped(byte[] body) throws IOException {
        byte[] small = gzip(body);
        return WireServer.answering(OK + "\r\nContent-Encoding: gzip\r\nContent-Length: " + small.length, small);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(body);
        }
        return small.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
