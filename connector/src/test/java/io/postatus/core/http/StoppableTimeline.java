/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;

/** Pools that can be shut down while the clocks run on. */
final class StoppableTimeline implements Timeline {

    private final Timeline time;
    private boolean stopped;

    StoppableTimeline(Timeline time) {
        this.time = time;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public void execute(Runnable step) {
        refuseIfStopped();
        time.execute(step);
    }

    @Override
    public Alarm after(Duration delay, Runnable step) {
        refuseIfStopped();
        return time.after(delay, step);
    }

    private void refuseIfStopped() {
        if (stopped) {
            throw new RejectedExecutionException("shut down");
        }
    }
}
