/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs steps one after the other on an executor of many threads, so that what they share needs no locks. If the executor
 * takes no more, as a pool does that is shut down, steps run on the thread that brings them: a step that is lost could
 * leave somebody waiting for ever.
 */
final class Strand implements Executor {
    private final Executor executor;
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private boolean running;

    Strand(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable step) {
        synchronized (steps) {
            steps.add(step);
            if (running) {
                return;
            }
            running = true;
        }
        schedule();
    }

    private void schedule() {
        try {
            executor.execute(this::runNext);
        } catch (RejectedExecutionException refused) {
            runNext();
        }
    }

    private void runNext() {
        Runnable step;
        synchronized (steps) {
            step = steps.remove();
        }
        try {
            step.run();
        } finally {
            if (hasMore()) {
                schedule();
            }
        }
    }

    private boolean hasMore() {
        synchronized (steps) {
            running = !steps.isEmpty();
            return running;
        }
    }
}
