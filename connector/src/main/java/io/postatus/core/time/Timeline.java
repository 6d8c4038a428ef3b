/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * Time and threads, passed in. In production steps run on Camel's pools by the system's clocks; in simulation on one
 * thread, by a clock that a seed moves.
 */
public interface Timeline extends Executor {

    /** Our own wall clock. */
    Instant now();

    /** A monotonic clock, in nanoseconds from an arbitrary origin. */
    long nanos();

    /** Runs a step once, not before the delay has passed. */
    Alarm after(Duration delay, Runnable step);

    /** A step that waits for its time. */
    @FunctionalInterface
    interface Alarm {
        void cancel();
    }
}
