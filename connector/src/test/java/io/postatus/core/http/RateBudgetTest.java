/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.time.PooledTimeline;
import io.postatus.core.time.VirtualTimeline;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
        StoppableTimeline stoppable = new StoppableTimeline(time);
        RateBudget stopped = new RateBudget(LIMIT, stoppable);
        time.advance(Duration.ofSeconds(10));
        stoppable.stop();
        assertRejected(stopped.acquire());
        assertThat(stopped.figures().sending()).isZero();
    }

    @Test
    void aQueueThatNoAlarmWillWakeFailsInsteadOfWaitingForEver() {
        StoppableTimeline stoppable = new StoppableTimeline(time);
        RateBudget stopped = new RateBudget(LIMIT, stoppable);
        stoppable.stop();
        assertRejected(stopped.acquire());
        assertThat(stopped.figures().waiting()).isZero();
    }

    @Test
    void whoWaitsForAnAlarmThatWillNotComeFailsWithWhoComesNext() {
        StoppableTimeline stoppable = new StoppableTimeline(time);
        RateBudget stopped = new RateBudget(LIMIT, stoppable);
        CompletableFuture<RateGrant> waiting = stopped.acquire();
        stoppable.stop();
        assertRejected(stopped.acquire());
        assertRejected(waiting);
        assertThat(stopped.figures().waiting()).isZero();
    }

    @Test
    void whereNobodyWaitsNoAlarmIsLeft() {
        budget.acquire().cancel(false);
        budget.reported(10);
        time.runUntilIdle();
        assertThat(time.nanos()).isZero();
    }

    @Test
    void aRateThatRisesBringsTheNextTurnForward() {
        budget.reported(1);
        CompletableFuture<RateGrant> place = budget.acquire();
        for (int i = 0; i < 3; i++) {
            budget.reported(10);
        }
        time.advance(Duration.ofMillis(510));
        assertThat(place).isDone();
    }

    @Test
    void manyThreadsLoseNoTurn() throws Exception {
        ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            PooledTimeline real = new PooledTimeline(alarms, pool, Clock.systemUTC());
            RateBudget shared = new RateBudget(new RateLimit(10_000, 100, 8), real);
            CountDownLatch served = new CountDownLatch(2000);
            for (int i = 0; i < 2000; i++) {
                boolean unused = i % 7 == 0;
                pool.execute(() -> shared.acquire()
                        .thenAcceptAsync(
                                grant -> {
                                    if (unused) {
                                        grant.unused();
                                    } else {
                                        grant.answered();
                                    }
                                    served.countDown();
                                },
                                real));
            }
            assertThat(served.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(shared.figures().sending()).isZero();
            assertThat(shared.figures().granted()).isEqualTo(2000);
        } finally {
            alarms.shutdownNow();
            pool.shutdownNow();
        }
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
    void whatAnAccountHasSentIsCountedOverItsApplications() {
        RateBudgets budgets = new RateBudgets(time);
        budgets.get("app", "acme", "getOrders", LIMIT).acquire();
        budgets.get("other", "acme", "getOrders", LIMIT).acquire();
        budgets.get("app", "beta", "getOrders", LIMIT).acquire();
        time.advance(Duration.ofSeconds(10));
        RateFigures figures = budgets.figures("acme").get("getOrders");
        assertThat(figures.granted()).isEqualTo(2);
        assertThat(figures.sending()).isEqualTo(2);
        assertThat(figures.perSecond()).isEqualTo(2 * 9.98);
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
        assertThat(place).isCompleted();
        return place.join();
    }

    private static void assertRejected(CompletableFuture<RateGrant> place) {
        assertThat(place).isCompletedExceptionally();
        assertThatThrownBy(place::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }
}
