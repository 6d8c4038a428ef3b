/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs steps one after the other on an executor of many threads, so that what they share needs no locks. */
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
        executor.execute(this::runNext);
    }

    private void runNext() {
        Runnable step;
        synchronized (steps) {
            step = steps.remove();
        }
        try {
            step.run();
        } finally {
            synchronized (steps) {
                running = !steps.isEmpty();
                if (running) {
                    goOn();
                }
            }
        }
    }

    /** Steps that come after the executor's end belong to a poll that has ended, or that nobody waits for any more. */
    private void goOn() {
        try {
            executor.execute(this::runNext);
        } catch (RejectedExecutionException e) {
            steps.clear();
            running = false;
        }
    }
}
