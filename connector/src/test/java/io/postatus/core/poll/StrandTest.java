/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StrandTest {
    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();

    @Test
    void stepsRunOneAfterTheOther() {
        Strand strand = new Strand(pool::add);
        strand.execute(() -> {
            strand.execute(() -> ran.add("asked for by the first"));
            ran.add("first");
        });
        strand.execute(() -> ran.add("second"));
        assertThat(pool).as("no step begins before the one before it has ended").hasSize(1);
        runPool();
        assertThat(ran).containsExactly("first", "second", "asked for by the first");
    }

    @Test
    void anIdleStrandHoldsNoThread() {
        Strand strand = new Strand(pool::add);
        strand.execute(() -> {});
        runPool();
        strand.execute(() -> ran.add("later"));
        runPool();
        assertThat(ran).containsExactly("later");
    }

    @Test
    void aStepThatThrowsDoesNotHoldUpTheNext() {
        Strand strand = new Strand(pool::add);
        strand.execute(() -> {
            throw new IllegalStateException("a bug");
        });
        strand.execute(() -> ran.add("next"));
        assertThatThrownBy(() -> pool.remove().run()).hasMessage("a bug");
        runPool();
        assertThat(ran).containsExactly("next");
    }

    @Test
    void whatAPoolRefusesRunsWhereItComesFrom() {
        Strand strand = new Strand(step -> {
            throw new RejectedExecutionException("shut down");
        });
        strand.execute(() -> {
            strand.execute(() -> ran.add("second"));
            ran.add("first");
        });
        strand.execute(() -> ran.add("third"));
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void aPoolThatIsShutDownBetweenTwoStepsLosesNone() {
        boolean[] down = new boolean[1];
        Strand strand = new Strand(step -> {
            if (down[0]) {
                throw new RejectedExecutionException("shut down");
            }
            pool.add(step);
        });
        strand.execute(() -> ran.add("first"));
        strand.execute(() -> ran.add("second"));
        down[0] = true;
        runPool();
        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void stepsFromManyThreadsNeverOverlap() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Strand strand = new Strand(threads);
        int[] unguarded = new int[1];
        CountDownLatch left = new CountDownLatch(8000);
        for (int caller = 0; caller < 8; caller++) {
            new Thread(() -> {
                        for (int i = 0; i < 1000; i++) {
                            strand.execute(() -> {
                                unguarded[0]++;
                                left.countDown();
                            });
                        }
                    })
                    .start();
        }
        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(unguarded[0]).isEqualTo(8000);
    }

    private void runPool() {
        while (!pool.isEmpty()) {
            pool.remove().run();
        }
    }
}
