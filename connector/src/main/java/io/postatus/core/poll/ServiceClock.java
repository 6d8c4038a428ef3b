/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/** The service's clock as far as its answers show it; our own until the first answer. */
public final class ServiceClock {
    /** Date headers count whole seconds and answers take time: less than this apart is the same clock. */
    private static final Duration SAME = Duration.ofSeconds(3);

    private final Timeline timeline;
    private volatile Duration ahead = Duration.ZERO;

    public ServiceClock(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The service's time now. */
    public Instant now() {
        return timeline.now().plus(ahead);
    }

    /** The earlier of both clocks now: only what lies before it may be credited. */
    Instant earlier() {
        return earlierAt(timeline.now());
    }

    /** The earlier of both clocks when ours showed the given time. */
    Instant earlierAt(Instant own) {
        return ahead.isNegative() ? own.plus(ahead) : own;
    }

    /** Learns from an answer. */
    void heard(Instant serviceTime, Instant receivedAt) {
        if (serviceTime != null) {
            Duration heard = Duration.between(receivedAt, serviceTime);
            ahead = heard.abs().compareTo(SAME) < 0 ? Duration.ZERO : heard;
        }
    }
}
