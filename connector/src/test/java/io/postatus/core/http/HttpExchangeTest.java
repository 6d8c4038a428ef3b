/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.canary.Canary;
import io.postatus.core.auth.AccessToken;
import io.postatus.core.auth.Authenticator;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.auth.Credentials;
import io.postatus.core.time.VirtualTimeline;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTest {

    private static final ApiRequest GET = ApiRequest.get("getOrders", "/orders");
    private static final ApiRequest POST = ApiRequest.post("submit", "/acks").json(new byte[] {'{', '}'});
    /** Full jitter at its upper bound: 1, 2, 4, 8 s. */
    private static final RandomGenerator LONGEST = () -> -1L;

    record Order(String number, Integer lines) {}

    private final VirtualTimeline time = new VirtualTimeline();
    private final FakeService service = new FakeService();
    private final RateBudget budget = new RateBudget(new RateLimit(10, 10, 3), time);
    private final AtomicInteger tokensFetched = new AtomicInteger();
    private final CachingTokenClient tokens = new CachingTokenClient(
            () -> CompletableFuture.completedStage(new AccessToken(
                    Canary.of("token-") + tokensFetched.incrementAndGet(),
                    time.now().plusSeconds(3600))),
            time::now);

    @Test
    void aCallGoesToTheBaseWithCredentialsAndAgent() {
        ApiRequest request = GET.query("limit", 100).header("x-more", "1");
        assertThat(result(request).status()).isEqualTo(200);
        WireRequest sent = service.requests().get(0);
        assertThat(sent.target()).isEqualTo(URI.create("https://api.example.com/base/orders?limit=100"));
        assertThat(sent.headers())
                .containsEntry("x-amz-access-token", Canary.of("token-1"))
                .containsEntry("User-Agent", UserAgent.text())
                .containsEntry("Accept", "application/json")
                .containsEntry("x-more", "1");
    }

    @Test
    void theAuthenticatorSeesPathAndQueryAsTheyGoOverTheWire() {
        List<String> signed = new ArrayList<>();
        Authenticator signing = line -> {
            signed.add(line.method() + " " + line.pathAndQuery());
            return CompletableFuture.completedStage(Credentials.of(Map.of("X-Signature", "s")));
        };
        run(exchange().authenticator(signing).build().send(GET.query("a", "b:c"), Permission.ALWAYS));
        assertThat(signed).containsExactly("GET /base/orders?a=b%3Ac");
    }

    @ParameterizedTest(name = "a GET is repeated after {0}")
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aGetIsRepeatedAfter(int status) {
        service.answers(status);
        assertThat(result(GET).status()).isEqualTo(200);
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void whatMeansNotFoundIsTheServicesToSay() {
        service.answers(403);
        HttpExchange exchange = exchange()
                .accessDenied(response -> false)
                .notFound(response -> response.status() == 403)
                .build();
        assertThatThrownBy(run(exchange.send(GET, Permission.ALWAYS))::join)
                .hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void aFileIsTakenAsItComes() {
        service.says(200, "%PDF");
        assertThat(run(exchange().build().sendForFile(GET, Permission.ALWAYS))
                        .join()
                        .body())
                .asString()
                .isEqualTo("%PDF");
        assertThat(service.requests().get(0).headers()).containsEntry("Accept", "*/*");
    }

    @Test
    void whatDoesNotFitItsFieldCostsThatFieldOrWithStrictnessTheAnswer() {
        String unfit = "{\"number\":\"4Z\",\"lines\":\"many\"}";
        service.says(200, unfit).says(200, unfit);
        Answer<Order> lenient = run(exchange().build().send(GET, Permission.ALWAYS, Order.class))
                .join();
        assertThat(lenient.body()).isEqualTo(new Order("4Z", null));
        assertThat(lenient.json()).isEqualTo(unfit);
        assertThatThrownBy(run(exchange().build().sendStrictly(GET, Permission.ALWAYS, Order.class))::join)
                .hasCauseInstanceOf(MalformedResponseException.class);
    }

    @Test
    void whatFitsIsTakenStrictlyToo() {
        service.says(200, "{\"number\":\"4Z\",\"lines\":2}");
        assertThat(run(exchange().build().sendStrictly(GET, Permission.ALWAYS, Order.class))
                        .join()
                        .body())
                .isEqualTo(new Order("4Z", 2));
    }

    @ParameterizedTest(name = "{0} becomes {1} at once")
    @CsvSource({
        "302, RequestRejectedException",
        "400, RequestRejectedException",
        "401, AuthenticationException",
        "403, AuthenticationException",
        "404, NotFoundException",
        "409, RequestRejectedException",
        "413, RequestRejectedException"
    })
    void whatARetryDoesNotCureFailsAtOnce(int status, String error) {
        service.answers(status);
        assertThat(failure(GET).getClass().getSimpleName()).isEqualTo(error);
        assertThat(failureOf(GET, status).status()).isEqualTo(status);
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void aCallGivesUpAfterFiveAttempts() {
        service.times(9, 500);
        assertThat(failure(GET)).isInstanceOf(TransientApiException.class).hasMessageContaining("5 times");
        assertThat(service.requests()).hasSize(5);
    }

    @Test
    void aConnectionThatBreaksEveryTimeIsTriedFiveTimes() {
        for (int i = 0; i < 9; i++) {
            service.breaks(new IOException("the connection broke"));
        }
        assertThat(failure(GET)).isInstanceOf(TransientApiException.class).hasMessageContaining("5 times");
        assertThat(service.requests()).hasSize(5);
    }

    @Test
    void manyRefusalsEndAsRateLimitedWithTheWaitThatIsOn() {
        service.times(9, 429);
        assertThat(failure(GET)).isInstanceOfSatisfying(RateLimitedException.class, e -> assertThat(e.retryAfter())
                .isEqualTo(Duration.ofSeconds(16)));
    }

    @ParameterizedTest(name = "a POST is not repeated after {0}")
    @ValueSource(ints = {429, 500, 503})
    void aPostIsNotRepeated(int status) {
        service.answers(status);
        assertThat(failure(POST)).isInstanceOf(ApiException.class);
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void aPostIsRepeatedIfItSaysSo() {
        service.answers(503).answers(429).answers(500).breaks(new IOException("broken"));
        assertThat(result(POST.asRepeatable()).status()).isEqualTo(200);
        service.answers(429);
        assertThat(result(POST.alsoRetry(429)).status()).isEqualTo(200);
        assertThat(service.requests()).hasSize(7);
    }

    @Test
    void aCallCanNameMoreStatusesThatAreWorthARetry() {
        service.answers(400).answers(400);
        assertThat(result(GET.alsoRetry(400)).status()).isEqualTo(200);
        service.times(5, 400);
        assertThat(failure(GET.alsoRetry(400))).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void aBrokenConnectionIsRepeatedForGetsOnly() {
        service.breaks(new IOException("the connection broke"));
        assertThat(result(GET).status()).isEqualTo(200);
        service.breaks(new IOException("the connection broke"));
        assertThat(failure(POST)).isInstanceOf(TransientApiException.class).hasMessageContaining("connection broke");
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void anAnswerTooLargeIsMalformedAndNotAskedForAgain() {
        service.breaks(new UnreadableBodyException("the answer is larger than 1 bytes"));
        assertThat(failure(GET)).isInstanceOf(MalformedResponseException.class).hasMessageContaining("larger than");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void retryAfterIsWaitedFor() {
        service.answers(503, "Retry-After", "40");
        var stage = send(GET);
        time.advance(Duration.ofSeconds(40));
        assertThat(service.requests()).hasSize(1);
        time.advance(Duration.ofSeconds(3));
        assertThat(stage).isCompleted();
    }

    @Test
    void afterARefusalTheOthersOfTheSameBudgetWaitToo() {
        service.answers(429, "Retry-After", "40");
        send(GET);
        time.advance(Duration.ofSeconds(1));
        send(ApiRequest.get("getOrders", "/other"));
        time.advance(Duration.ofSeconds(39));
        assertThat(service.requests()).hasSize(1);
        time.runUntilIdle();
        assertThat(service.requests())
                .extracting(request -> request.target().getPath())
                .as("who was refused goes first")
                .containsExactly("/base/orders", "/base/orders", "/base/other");
        assertThat(budget.figures().refused()).isEqualTo(1);
    }

    @Test
    void afterAnOrdinaryFailureOnlyThisCallWaits() {
        service.answers(500, "Retry-After", "40");
        send(GET);
        time.advance(Duration.ofSeconds(1));
        assertThat(result(ApiRequest.get("getOrders", "/other"), Duration.ofSeconds(1))
                        .status())
                .isEqualTo(200);
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void anExpiredTokenIsRenewedAndTheCallRepeatedOnce() {
        service.says(403, "The access token you provided has expired.");
        assertThat(result(GET).status()).isEqualTo(200);
        assertThat(service.requests())
                .extracting(request -> request.headers().get("x-amz-access-token"))
                .containsExactly(Canary.of("token-1"), Canary.of("token-2"));
    }

    @Test
    void aTokenThatExpiresAgainIsAPersonsMatter() {
        service.says(403, "has expired").says(403, "has expired");
        assertThat(failure(GET)).isInstanceOf(AuthenticationException.class);
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void otherDenialsDoNotRenewTheToken() {
        service.says(403, "Access to requested resource is denied.");
        assertThat(failure(GET)).isInstanceOf(AuthenticationException.class);
        assertThat(tokensFetched).hasValue(1);
    }

    @Test
    void permissionIsAskedBeforeEverySend() {
        AtomicInteger asked = new AtomicInteger();
        service.answers(500).answers(429);
        run(exchange().build().send(GET, asked::incrementAndGet));
        assertThat(asked).hasValue(3);
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void withoutPermissionNothingIsSentAndTheTurnIsGivenBack() {
        time.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 100; i++) {
            CompletableFuture<?> result = run(exchange().build().send(GET, () -> {
                throw new RequestWithdrawnException("the lease has ended");
            }));
            assertThatThrownBy(result::join).hasCauseInstanceOf(RequestWithdrawnException.class);
        }
        assertThat(service.requests()).isEmpty();
        assertThat(budget.figures().sending()).isZero();
        assertThat(result(GET, Duration.ZERO).status()).isEqualTo(200);
    }

    @Test
    void aCallThatIsCancelledWhileItWaitsIsNeverSent() {
        var stage = send(GET);
        stage.cancel(true);
        time.runUntilIdle();
        assertThat(service.requests()).isEmpty();
        assertThat(budget.figures().waiting()).isZero();
    }

    @Test
    void aCallThatIsCancelledWhileItsTokenIsFetchedIsNeverSent() {
        CompletableFuture<Credentials> token = new CompletableFuture<>();
        CompletableFuture<?> result = exchange()
                .authenticator(line -> token)
                .build()
                .send(GET, Permission.ALWAYS)
                .toCompletableFuture();
        time.runUntilIdle();
        result.cancel(true);
        token.complete(Credentials.NONE);
        time.runUntilIdle();
        assertThat(service.requests()).isEmpty();
        assertThat(budget.figures().sending()).isZero();
    }

    @Test
    void withoutCredentialsNothingIsSentAndTheErrorIsTheTokenServices() {
        ApiException denied = new AuthenticationException("acme", "token", 401, null, "denied");
        HttpExchange exchange = exchange()
                .authenticator(line -> CompletableFuture.failedStage(denied))
                .build();
        CompletableFuture<?> result = run(exchange.send(GET, Permission.ALWAYS));
        assertThatThrownBy(result::join).hasCause(denied);
        assertThat(service.requests()).isEmpty();
        assertThat(budget.figures().sending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0", "0.001"})
    void theReportedRateLowersTheBudget(String report) {
        service.answers(200, "x-amzn-RateLimit-Limit", report);
        result(GET);
        assertThat(budget.figures().perSecond()).isEqualTo(Double.parseDouble(report) * 0.998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "NaN", "-1", "0", "Infinity"})
    void aReportThatIsNoRateChangesNothing(String report) {
        service.answers(200, "x-amzn-RateLimit-Limit", report);
        result(GET);
        assertThat(budget.figures().perSecond()).isEqualTo(10 * 0.998);
    }

    @Test
    void aRequestWithoutAnswerCostsOneTokenMore() {
        time.advance(Duration.ofSeconds(10));
        service.breaks(new IOException("timeout")).breaks(new NotSentException("service:443", new IOException()));
        send(POST);
        time.advance(Duration.ZERO);
        int left = immediately();
        time.advance(Duration.ofSeconds(10));
        send(POST);
        time.advance(Duration.ZERO);
        assertThat(immediately()).isEqualTo(left + 1);
    }

    /** In the queue, while a token is fetched, while an answer is awaited that needs a retry. */
    @ParameterizedTest
    @ValueSource(strings = {"queue", "token", "answer"})
    void poolsThatAreShutDownWithdrawTheCallWhereverItIs(String where) {
        StoppableTimeline stoppable = new StoppableTimeline(time);
        RateBudget stopping = new RateBudget(new RateLimit(10, 10, 3), stoppable);
        CompletableFuture<Credentials> token = new CompletableFuture<>();
        HttpExchange exchange = exchange()
                .timeline(stoppable)
                .budgets(operation -> stopping)
                .authenticator(line -> token)
                .build();
        if (where.equals("queue")) {
            stoppable.stop();
        }
        CompletableFuture<?> result = exchange.send(GET, Permission.ALWAYS).toCompletableFuture();
        time.runUntilIdle();
        if (where.equals("token")) {
            stoppable.stop();
        }
        service.plays(request -> {
            stoppable.stop();
            throw new IOException("the connection broke");
        });
        token.complete(Credentials.NONE);
        assertThatThrownBy(run(result)::join).hasCauseInstanceOf(RequestWithdrawnException.class);
        assertThat(stopping.figures().sending()).isZero();
    }

    static Stream<Arguments> endsOfARequest() {
        return Stream.of(
                end("an answer", request -> answer(200, "")),
                end("a failure", request -> answer(500, "")),
                end("no such thing", request -> answer(404, "")),
                end("a refusal", request -> answer(429, "")),
                end("an overload", request -> answer(503, "")),
                end("an expired token", request -> answer(403, "has expired")),
                end("an answer that cannot be read", request -> {
                    throw new UnreadableBodyException("the answer is larger than 1 bytes");
                }),
                end("no connection", request -> {
                    throw new NotSentException("service:443", new IOException("refused"));
                }),
                end("no answer", request -> {
                    throw new IOException("the connection broke");
                }),
                end("a defect of the client", request -> {
                    throw new IllegalStateException("no such header");
                }),
                end("a defect of what judges the answer", request -> answer(200, "unjudgeable")));
    }

    /** A place that is not given back is lost for as long as the process lives. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("endsOfARequest")
    void howeverARequestEndsItsPlaceOnTheWayIsFree(String end, Transport transport) {
        HttpExchange exchange = exchange().accepted(HttpExchangeTest::judged).build();
        service.plays(transport);
        run(exchange.send(GET, Permission.ALWAYS));
        assertThat(service.requests()).isNotEmpty();
        assertThat(budget.figures().sending()).isZero();
    }

    private static Arguments end(String name, Transport transport) {
        return Arguments.of(name, transport);
    }

    private static ApiResponse answer(int status, String body) {
        return ApiResponse.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean judged(ApiResponse response) {
        if (new String(response.body(), StandardCharsets.UTF_8).equals("unjudgeable")) {
            throw new IllegalStateException("nobody thought of this");
        }
        return response.successful();
    }

    @Test
    void anAuthenticatorThatThrowsFailsTheCall() {
        HttpExchange exchange = exchange()
                .authenticator(line -> {
                    throw new IllegalStateException("no key");
                })
                .build();
        CompletableFuture<?> result = run(exchange.send(GET, Permission.ALWAYS));
        assertThatThrownBy(result::join).hasRootCauseMessage("no key");
        assertThat(budget.figures().sending()).isZero();
    }

    @Test
    void anOperationWithoutBudgetIsNamed() {
        HttpExchange unlimited = exchange().budgets(operation -> null).build();
        assertThatThrownBy(() -> unlimited.send(GET, Permission.ALWAYS)).hasMessage("no rate budget for getOrders");
    }

    @Test
    void theMessageSaysWhatHappenedToWhomWhatIsNextAndWhatAPersonCanDo() {
        service.plays(request -> ApiResponse.of(403, Map.of("x-amzn-RequestId", "r-1"), "no role".getBytes()));
        assertThat(failure(GET))
                .hasMessage("Account 'acme', getOrders: the service denied access (403 no role, request r-1)."
                        + " The request was not repeated."
                        + " Check the account's credentials and what they are allowed to do.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://host", "https://user:c4nary@host", "https://host?x=1", "https://host#x", "https:/path"})
    void aBaseThatIsNoPlainUrlIsRefused(String base) {
        assertThatThrownBy(() -> HttpExchange.of("acme", URI.create(base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void anAnswerThatIsAcceptedIsNoFailureWhateverItsStatus() {
        service.answers(400).answers(400);
        HttpExchange accepting =
                exchange().accepted(response -> response.status() == 400).build();

        assertThat(run(accepting.send(GET, Permission.ALWAYS)).join().status()).isEqualTo(400);
        assertThat(service.requests()).hasSize(1);
        assertThat(failure(GET)).isInstanceOf(RequestRejectedException.class);
    }

    private HttpExchangeBuilder exchange() {
        return HttpExchange.of("acme", URI.create("https://api.example.com/base/"))
                .transport(service)
                .timeline(time)
                .authenticator(Authenticator.header("x-amz-access-token", tokens))
                .budgets(operation -> budget)
                .retryPolicy(RetryPolicy.standard(LONGEST))
                .tokenExpired(response -> new String(response.body()).contains("has expired"))
                .errorText(response -> new String(response.body()))
                .rateHeader("x-amzn-RateLimit-Limit")
                .requestIdHeader("x-amzn-RequestId");
    }

    private CompletableFuture<ApiResponse> send(ApiRequest request) {
        return exchange().build().send(request, Permission.ALWAYS).toCompletableFuture();
    }

    private ApiResponse result(ApiRequest request) {
        return run(send(request)).join();
    }

    private ApiResponse result(ApiRequest request, Duration within) {
        CompletableFuture<ApiResponse> result = send(request);
        time.advance(within);
        assertThat(result).isDone();
        return result.join();
    }

    private Throwable failure(ApiRequest request) {
        CompletableFuture<ApiResponse> result = run(send(request));
        return result.handle((response, failure) -> failure).join();
    }

    private ApiException failureOf(ApiRequest request, int status) {
        service.answers(status);
        return (ApiException) failure(request);
    }

    /** How many more requests go out in this very moment. */
    private int immediately() {
        int before = service.requests().size();
        for (int i = 0; i < 20; i++) {
            send(GET);
        }
        time.advance(Duration.ZERO);
        int sent = service.requests().size() - before;
        time.runUntilIdle();
        return sent;
    }

    private <T> CompletableFuture<T> run(CompletionStage<T> stage) {
        time.runUntilIdle();
        CompletableFuture<T> future = stage.toCompletableFuture();
        assertThat(future).isDone();
        return future;
    }
}
