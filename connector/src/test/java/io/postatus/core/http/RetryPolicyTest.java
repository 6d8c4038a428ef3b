/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RandomGenerator HALF = () -> Long.MIN_VALUE;

    @ParameterizedTest(name = "attempt {0}, half of the jitter, Retry-After {1} -> {2}")
    @CsvSource({
        "1, , PT0.5S",
        "2, , PT1S",
        "3, , PT2S",
        "5, , PT8S",
        "6, , PT15S",
        "60, , PT15S",
        "1, PT40S, PT40S",
        "1, PT0S, PT0.5S",
        "5, PT3S, PT8S",
        "1, PT1H, PT5M"
    })
    void theWaitGrowsWithinBoundsAndIsNotShorterThanAsked(int attempt, Duration retryAfter, Duration wait) {
        assertThat(RetryPolicy.standard(HALF).delayAfter(attempt, retryAfter)).isEqualTo(wait);
    }

    @ParameterizedTest(name = "{0} {1} in attempt {2}: {3}")
    @CsvSource({
        "GET, 429, 1, true",
        "GET, 500, 4, true",
        "GET, 500, 5, false",
        "GET, 503, 1, true",
        "GET, 400, 1, false",
        "GET, 404, 1, false",
        "GET, 418, 1, true",
        "GET, 418, 5, false",
        "POST, 429, 1, false",
        "POST, 503, 1, false",
        "POST, 418, 1, true"
    })
    void repeatsWhatMayHelpAndDoesNoHarm(String method, int status, int attempt, boolean repeats) {
        ApiRequest request = method.equals("GET") ? ApiRequest.get("get", "/") : ApiRequest.post("post", "/");
        assertThat(RetryPolicy.standard().repeats(request.alsoRetry(418), attempt, status))
                .isEqualTo(repeats);
    }

    @Test
    void theJitterIsFull() {
        RetryPolicy policy = RetryPolicy.standard();
        assertThat(Stream.generate(() -> policy.delayAfter(10, null)).limit(1000))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(30)))
                .anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(10)))
                .anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(20)));
    }

    @Test
    void withoutAnAttemptThereIsNoCall() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, HALF))
                .hasMessageContaining("1 at least");
        assertThat(new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, HALF)
                        .repeats(ApiRequest.get("get", "/"), 1))
                .isFalse();
    }
}
