/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Polls that fight for one stream: each reads a counter, works past the end of its lease now and then, and writes the
 * counter raised by one. Leases live 5 ms of a clock that every step moves by one.
 */
final class Contenders {
    static final String ORDER = "counter";
    private static final int MOST_RUNS = 10;
    private static final Duration LIFE = Duration.ofMillis(5);

    private final List<PollState> nodes;
    private final Consumer<Duration> passing;
    private final Queue<Long> advances = new ConcurrentLinkedQueue<>();
    private final AtomicInteger fencedOff = new AtomicInteger();

    /**
     * @param nodes the store as each of them sees it, in turn
     * @param passing lets time pass
     */
    Contenders(List<PollState> nodes, Consumer<Duration> passing) {
        this.nodes = nodes;
        this.passing = passing;
    }

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** How much work was fenced off: without any, the run proves nothing. */
    int fencedOff() {
        return fencedOff.get();
    }

    /** The counts that were acknowledged, of as many runs as it takes until some work was fenced off. */
    List<Long> run(int contenders, int rounds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(contenders);
        try {
            for (int run = 0; run < MOST_RUNS && fencedOff.get() == 0; run++) {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < contenders; i++) {
                    String owner = "node" + i;
                    PollState state = nodes.get(i % nodes.size());
                    all.add(pool.submit(() -> work(state, owner, rounds)));
                }
                for (Future<?> one : all) {
                    one.get(60, TimeUnit.SECONDS);
                }
            }
            return List.copyOf(advances);
        } finally {
            pool.shutdownNow();
        }
    }

    private void work(PollState state, String owner, int rounds) {
        for (int round = 0; round < rounds; round++) {
            passing.accept(Duration.ofMillis(1));
            Optional<Lease> lease = state.acquire(StateFixture.STREAM, owner + "-" + round, LIFE);
            if (lease.isPresent()) {
                advance(state, lease.get(), round);
            } else {
                Thread.yield();
            }
        }
    }

    private void advance(PollState state, Lease lease, int round) {
        try {
            OrderState before =
                    state.find(lease.stream(), List.of(ORDER)).getOrDefault(ORDER, OrderState.unknown(ORDER));
            for (int step = 0; step < round % 5; step++) {
                passing.accept(Duration.ofMillis(2));
                Thread.yield();
            }
            Intent next = Intent.of(before.sequence() + 1, StateFixture.id("a"), new Mark(1, 1));
            state.save(lease, List.of(before.intending(next, null)), 1);
            advances.add(next.sequence());
            state.release(lease);
        } catch (FencedException e) {
            fencedOff.incrementAndGet();
        }
    }
}
