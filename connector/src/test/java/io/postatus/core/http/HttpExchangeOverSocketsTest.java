/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.auth.AccessToken;
import io.postatus.core.auth.Authenticator;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.time.PooledTimeline;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All of it together, as a vendor's client puts it together: sockets, threads, tokens by an exchange of their own. */
@Timeout(60)
class HttpExchangeOverSocketsTest {

    private static final RateLimit LIMIT = new RateLimit(500, 20, 4);

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService pool = Executors.newFixedThreadPool(6);
    private final PooledTimeline time = new PooledTimeline(alarms, pool, Clock.systemUTC());
    private final RateBudgets budgets = new RateBudgets(time);
    private final AtomicInteger onTheWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        alarms.shutdownNow();
        pool.shutdownNow();
    }

    @Test
    void manyCallsShareOneTokenAndNeverMoreThanTheSendersAreOnTheWay() throws Exception {
        try (CamelHttpClient camel = new CamelHttpClient();
                WireServer tokenService =
                        answering("{\"access_token\":\"Atza|1\",\"expires_in\":3600,\"token_type\":\"bearer\"}");
                WireServer service = answering("{\"number\":\"4Z\"}")) {
            HttpTransport transport = new HttpTransport(camel.client(), time.withoutPool(), TransportLimits.STANDARD);
            HttpExchange tokens = exchange(tokenService.base(), transport).build();
            HttpExchange orders = exchange(service.base(), request -> counted(transport, request))
                    .authenticator(Authenticator.header(
                            "x-amz-access-token", new CachingTokenClient(tokenClient(tokens), time::now)))
                    .build();
            List<CompletableFuture<Order>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> orders.send(
                                    ApiRequest.get("getOrder", "/orders").segment("4Z" + i), Permission.ALWAYS)
                            .thenApply(answer -> JsonDecoding.decode(answer, Order.class, "acme", "getOrder", null))
                            .toCompletableFuture())
                    .toList();
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().number()).isEqualTo("4Z"));
            assertThat(tokenService.requests()).hasSize(1).first().asString().endsWith("refresh_token=Atzr%7C1");
            assertThat(service.requests()).hasSize(100).allSatisfy(request -> assertThat(request)
                    .contains("x-amz-access-token: Atza|1\r\n"));
            assertThat(most.get()).isBetween(2, LIMIT.senders());
        }
    }

    private ApiResponse counted(Transport transport, WireRequest request) throws IOException {
        most.accumulateAndGet(onTheWay.incrementAndGet(), Math::max);
        try {
            return transport.exchange(request);
        } finally {
            onTheWay.decrementAndGet();
        }
    }

    private HttpExchangeBuilder exchange(URI base, Transport transport) {
        return HttpExchange.of("acme", base)
                .transport(transport)
                .timeline(time)
                .budgets(operation -> budgets.get("app", "acme", operation, LIMIT));
    }

    private TokenClient tokenClient(HttpExchange exchange) {
        ApiRequest request = ApiRequest.post("token", "/auth/o2/token")
                .form(Map.of("refresh_token", "Atzr|1"))
                .asRepeatable();
        return () -> exchange.send(request, Permission.ALWAYS)
                .thenApply(answer -> JsonDecoding.decode(answer, Token.class, "acme", "token", null))
                .thenApply(token ->
                        new AccessToken(token.access_token(), time.now().plusSeconds(token.expires_in())));
    }

    private static WireServer answering(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return WireServer.answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length, body);
    }

    record Order(String number) {}

    record Token(String access_token, long expires_in) {}
}
