/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.canary.Canary;
import io.postatus.core.time.VirtualTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachingTokenClientTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final VirtualTimeline time = new VirtualTimeline();
    private final List<CompletableFuture<AccessToken>> asked = new ArrayList<>();
    private final CachingTokenClient tokens = new CachingTokenClient(this::ask, time::now, Duration.ofSeconds(10));

    @Test
    void twoCallersWaitForOneRefresh() {
        CompletionStage<AccessToken> first = tokens.fetch();
        CompletionStage<AccessToken> second = tokens.fetch();
        assertThat(asked).hasSize(1);
        AccessToken token = answer(HOUR);
        assertThat(now(first)).isEqualTo(token);
        assertThat(now(second)).isEqualTo(token);
    }

    @Test
    void aTokenServesWithoutAskingAgain() {
        AccessToken token = obtained(HOUR);
        time.advance(Duration.ofMinutes(54));
        assertThat(now(tokens.fetch())).isEqualTo(token);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest(name = "a token of {0} is refreshed after {1}")
    @CsvSource({"PT1H, PT55M", "PT24H, PT23H55M", "PT10M, PT9M", "PT10S, PT9S", "PT50M, PT45M", "PT51M, PT46M"})
    void theMarginIsFiveMinutesOrATenthOfTheLife(Duration life, Duration refreshed) {
        obtained(life);
        time.advance(refreshed.minusMillis(1));
        tokens.fetch();
        assertThat(asked).hasSize(1);
        time.advance(Duration.ofMillis(1));
        tokens.fetch();
        assertThat(asked).hasSize(2);
    }

    @Test
    void theOldTokenServesWhileTheNewOneIsFetched() {
        AccessToken old = obtained(HOUR);
        time.advance(Duration.ofMinutes(56));
        assertThat(now(tokens.fetch())).isEqualTo(old);
        assertThat(now(tokens.fetch())).isEqualTo(old);
        assertThat(asked).hasSize(2);
        AccessToken renewed = answer(HOUR);
        assertThat(now(tokens.fetch())).isEqualTo(renewed);
    }

    @Test
    void anEndedTokenIsNotServed() {
        obtained(HOUR);
        time.advance(HOUR);
        assertThat(tokens.fetch().toCompletableFuture()).isNotDone();
    }

    @Test
    void aFailedEarlyRefreshIsNoticedByNobody() {
        AccessToken old = obtained(HOUR);
        time.advance(Duration.ofMinutes(56));
        tokens.fetch();
        fail("unavailable");
        assertThat(now(tokens.fetch())).isEqualTo(old);
        assertThat(asked).hasSize(2);
        time.advance(Duration.ofSeconds(10));
        tokens.fetch();
        assertThat(asked).hasSize(3);
    }

    @Test
    void waitingCallersGetTheSameErrorAndNobodyAsksAgainForAWhile() {
        CompletionStage<AccessToken> first = tokens.fetch();
        CompletionStage<AccessToken> second = tokens.fetch();
        fail("unavailable");
        time.advance(Duration.ofMillis(9_999));
        for (CompletionStage<AccessToken> waiting : List.of(first, second, tokens.fetch())) {
            assertThatThrownBy(() -> now(waiting)).hasRootCauseMessage("unavailable");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void afterTheWhileTheNextCallerAsksAgain() {
        tokens.fetch();
        fail("unavailable");
        time.advance(Duration.ofSeconds(10));
        CompletionStage<AccessToken> again = tokens.fetch();
        AccessToken token = answer(HOUR);
        assertThat(now(again)).isEqualTo(token);
    }

    @Test
    void invalidatingDropsTheTokenThatWasUsed() {
        AccessToken used = obtained(HOUR);
        tokens.invalidate(used);
        assertThat(tokens.fetch().toCompletableFuture()).isNotDone();
        assertThat(asked).hasSize(2);
    }

    @Test
    void theSecondOfTwoThreadsDoesNotDropTheTokenThatTheFirstOneRenewed() {
        AccessToken used = obtained(HOUR);
        tokens.invalidate(used);
        tokens.fetch();
        AccessToken renewed = answer(HOUR);
        tokens.invalidate(used);
        assertThat(now(tokens.fetch())).isEqualTo(renewed);
        assertThat(asked).hasSize(2);
    }

    @Test
    void oneCallerThatCancelsDoesNotCancelTheOthers() {
        CompletionStage<AccessToken> first = tokens.fetch();
        CompletionStage<AccessToken> second = tokens.fetch();
        first.toCompletableFuture().cancel(true);
        AccessToken token = answer(HOUR);
        assertThat(now(second)).isEqualTo(token);
    }

    @Test
    void aSourceThatThrowsOrAnswersNothingHasFailed() {
        CachingTokenClient throwing = new CachingTokenClient(
                () -> {
                    throw new IllegalStateException("broken");
                },
                time::now);
        assertThatThrownBy(() -> now(throwing.fetch())).hasRootCauseMessage("broken");
        CachingTokenClient silent = new CachingTokenClient(() -> CompletableFuture.completedStage(null), time::now);
        assertThatThrownBy(() -> now(silent.fetch())).hasRootCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void noTokenIsPrinted() {
        obtained(HOUR);
        assertThat(tokens + " " + now(tokens.fetch()))
                .doesNotContain(Canary.WORD)
                .contains("***");
    }

    private CompletionStage<AccessToken> ask() {
        CompletableFuture<AccessToken> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    private AccessToken obtained(Duration life) {
        tokens.fetch();
        return answer(life);
    }

    private AccessToken answer(Duration life) {
        AccessToken token =
                new AccessToken(Canary.of("token-") + asked.size(), time.now().plus(life));
        asked.get(asked.size() - 1).complete(token);
        return token;
    }

    private void fail(String message) {
        asked.get(asked.size() - 1).completeExceptionally(new IllegalStateException(message));
    }

    private static AccessToken now(CompletionStage<AccessToken> stage) {
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.toCompletableFuture().join();
    }
}
