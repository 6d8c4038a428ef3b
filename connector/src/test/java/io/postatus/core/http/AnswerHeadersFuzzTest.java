/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static io.postatus.core.http.HostileService.CANARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.auth.Credentials;
import io.postatus.core.time.VirtualTimeline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;

/** The headers that we read: when to come back, the clock, the rate, the name of the request. */
@Timeout(20)
class AnswerHeadersFuzzTest {

    @FuzzTest
    void aHeaderNeitherBreaksNorStopsTheExchange(byte[] header) {
        String value = new String(header, StandardCharsets.ISO_8859_1);
        Map<String, String> headers =
                Map.of("Retry-After", value, "Date", value, "x-amzn-RateLimit-Limit", value, "x-request-id", value);
        for (int status : new int[] {200, 404, 429, 503}) {
            VirtualTimeline time = new VirtualTimeline();
            RateBudget budget = new RateBudget(RateLimit.UNPUBLISHED, time);
            HttpExchange exchange = HttpExchange.of("acme", URI.create("https://host"))
                    .transport(new HostileService(status, headers, new byte[0]))
                    .timeline(time)
                    .authenticator(line -> CompletableFuture.completedStage(
                            Credentials.of(Map.of("Authorization", "Bearer " + CANARY))))
                    .budgets(operation -> budget)
                    .rateHeader("x-amzn-RateLimit-Limit")
                    .requestIdHeader("x-request-id")
                    .build();
            HostileService.outcome(exchange.send(ApiRequest.get("getOrder", "/orders"), Permission.ALWAYS), time);

            CompletableFuture<RateGrant> next = budget.acquire();
            time.runUntilIdle();
            assertThat(next).as("the next request's turn").isCompleted();
        }
    }
}
