/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PooledTimelineTest {

    private final ScheduledExecutorService alarms =
            Executors.newSingleThreadScheduledExecutor(step -> new Thread(step, "alarm"));
    private final ExecutorService pool = Executors.newCachedThreadPool(step -> new Thread(step, "pool"));
    private final PooledTimeline time = new PooledTimeline(alarms, pool, Clock.systemUTC());
    private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        alarms.shutdownNow();
        pool.shutdownNow();
    }

    @Test
    void anAlarmHandsItsStepToThePool() throws InterruptedException {
        time.after(Duration.ofMillis(1), this::noteThread);
        assertThat(threads.poll(10, TimeUnit.SECONDS)).isEqualTo("pool");
    }

    @Test
    void withoutPoolAStepRunsOnTheAlarmThread() throws InterruptedException {
        time.withoutPool().after(Duration.ofMillis(1), this::noteThread);
        assertThat(threads.poll(10, TimeUnit.SECONDS)).isEqualTo("alarm");
    }

    @Test
    void anAlarmComesNotBeforeItsTime() throws InterruptedException {
        long before = time.nanos();
        time.after(Duration.ofMillis(20), this::noteThread);
        assertThat(threads.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(Duration.ofNanos(time.nanos() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    private void noteThread() {
        threads.add(Thread.currentThread().getName());
    }
}
