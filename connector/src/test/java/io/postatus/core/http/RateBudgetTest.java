/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.time.Timeline;
import io.postatus.core.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private static final RateLimit LIMIT = new RateLimit(10, 10, 3);

    private final VirtualTimeline time = new VirtualTimeline();
    private final RateBudget budget = new RateBudget(LIMIT, time);
    private final List<String> order = new ArrayList<>();

    @Test
    void firstComeFirstServed() {
        for (String name : List.of("a", "b", "c", "d")) {
            budget.acquire().thenAccept(grant -> {
                order.add(name);
                grant.answered();
            });
        }
        time.runUntilIdle();
        assertThat(order).containsExactly("a", "b", "c", "d");
    }

    @Test
    void noMoreThanTheSendersAreOnTheWay() {
        time.advance(Duration.ofSeconds(10));
        List<CompletableFuture<RateGrant>> places = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            places.add(budget.acquire());
        }
        time.advance(Duration.ofMinutes(1));
        assertThat(places).filteredOn(CompletableFuture::isDone).hasSize(3);
        assertThat(budget.figures()).isEqualTo(new RateFigures(3, 0, 9.98, 2, 3));
        places.get(0).join().answered();
        time.advance(Duration.ZERO);
        assertThat(places).filteredOn(CompletableFuture::isDone).hasSize(4);
    }

    @Test
    void aTurnEndsOnce() {
        time.advance(Duration.ofSeconds(10));
        RateGrant grant = granted();
        grant.answered();
        grant.answered();
        grant.lost();
        assertThat(budget.figures().sending()).isZero();
    }

    @Test
    void whoCancelsGivesUpItsPlaceToTheNext() {
        CompletableFuture<RateGrant> first = budget.acquire();
        CompletableFuture<RateGrant> second = budget.acquire();
        first.cancel(false);
        time.advance(Duration.ofMillis(510));
        assertThat(second).isDone();
    }

    @Test
    void whoCancelsWhileItsTurnIsHandedOverGivesItBack() {
        time.advance(Duration.ofSeconds(10));
        CompletableFuture<RateGrant> place = budget.acquire();
        place.cancel(false);
        time.advance(Duration.ZERO);
        assertThat(budget.figures().sending()).isZero();
    }

    @Test
    void requestsRefusedTogetherHalveTheRateOnce() {
        time.advance(Duration.ofSeconds(10));
        RateGrant one = granted();
        RateGrant two = granted();
        one.refused(Duration.ofSeconds(1));
        time.advance(Duration.ofMillis(100));
        two.refused(Duration.ofSeconds(1));
        assertThat(budget.figures().perSecond()).isEqualTo(10 * 0.998 / 2);
        assertThat(budget.figures().refused()).isEqualTo(2);
        time.advance(Duration.ofSeconds(3));
        granted().overloaded(Duration.ZERO);
        assertThat(budget.figures().perSecond()).isEqualTo(10 * 0.998 / 4);
        assertThat(budget.figures().refused()).isEqualTo(2);
    }

    @Test
    void aPausedBudgetLetsEverybodyWait() {
        time.advance(Duration.ofSeconds(10));
        granted().refused(Duration.ofSeconds(30));
        CompletableFuture<RateGrant> place = budget.acquire();
        time.advance(Duration.ofSeconds(30));
        assertThat(place).isNotDone();
        time.advance(Duration.ofMillis(201));
        assertThat(place).isDone();
    }

    @Test
    void aTurnThatCannotBeHandedOverFailsInsteadOfWaitingForEver() {
        RateBudget stopped = new RateBudget(LIMIT, new StoppedTimeline());
        CompletableFuture<RateGrant> place = stopped.acquire();
        assertThatThrownBy(place::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void oneBudgetForOneKey() {
        RateBudgets budgets = new RateBudgets(time);
        RateBudget consumers = budgets.get("app", "acme", "getOrders", LIMIT);
        assertThat(budgets.get("app", "acme", "getOrders", LIMIT)).isSameAs(consumers);
        assertThat(budgets.get("app", "acme", "getOrder", LIMIT)).isNotSameAs(consumers);
        assertThat(budgets.get("app", "beta", "getOrders", LIMIT)).isNotSameAs(consumers);
        assertThat(budgets.get("other", "acme", "getOrders", LIMIT)).isNotSameAs(consumers);
    }

    @Test
    void aSecondLimitForTheSameKeyIsRefusedByName() {
        RateBudgets budgets = new RateBudgets(time);
        budgets.get("app", "acme", "getOrders", LIMIT);
        assertThatThrownBy(() -> budgets.get("app", "acme", "getOrders", new RateLimit(5, 10, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("acme")
                .hasMessageContaining("getOrders");
    }

    private RateGrant granted() {
        CompletableFuture<RateGrant> place = budget.acquire();
        time.advance(Duration.ZERO);
        return place.join();
    }

    /** Its clock runs, its pool is shut down. */
    private static final class StoppedTimeline implements Timeline {
        private long reads;

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return reads++ * Duration.ofMinutes(1).toNanos();
        }

        @Override
        public void execute(Runnable step) {
            throw new RejectedExecutionException("shut down");
        }

        @Override
        public Alarm after(Duration delay, Runnable step) {
            throw new RejectedExecutionException("shut down");
        }
    }
}
