/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/** The same time, of which so many times as much passes for those who wait. What o'clock it is stays. */
record HurriedTimeline(Timeline real, int times) implements Timeline {

    @Override
    public Instant now() {
        return real.now();
    }

    @Override
    public long nanos() {
        return real.nanos() * times;
    }

    @Override
    public Alarm after(Duration delay, Runnable step) {
        return real.after(delay.dividedBy(times), step);
    }

    @Override
    public void execute(Runnable step) {
        real.execute(step);
    }
}
