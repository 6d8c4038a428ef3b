/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Permission;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.state.Lease;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether we may still act for the stream, by our own clocks and without asking the store: a node that was frozen finds
 * out by this before it does any harm.
 */
final class LeaseGuard implements Permission {
    /** A wall clock that jumps against the monotonic one by more than this means that the machine slept. */
    private static final Duration JUMP = Duration.ofSeconds(5);
    /** Renewals in the life of a lease, so that a store which is away for a moment costs nothing. */
    static final int RENEWALS = 3;

    private final Timeline timeline;
    private final Lease lease;
    private final boolean fencing;
    private long takenNanos;
    private Instant takenAt;
    private Duration life;
    private String withdrawn;

    /** @param askedNanos the monotonic clock before the store was asked for the lease */
    LeaseGuard(Timeline timeline, Lease lease, long askedNanos, Instant askedAt, Duration life, boolean fencing) {
        this.timeline = timeline;
        this.lease = lease;
        this.fencing = fencing;
        renewed(askedNanos, askedAt, life);
    }

    /**
     * Takes the stream.
     *
     * @param node names this process in the lease
     * @return empty if somebody else holds it
     */
    static Optional<LeaseGuard> take(
            PollState store, StreamId stream, String node, Duration life, Timeline timeline, boolean fencing) {
        long askedNanos = timeline.nanos();
        Instant askedAt = timeline.now();
        return store.acquire(stream, node + "-" + UUID.randomUUID(), life)
                .map(lease -> new LeaseGuard(timeline, lease, askedNanos, askedAt, life, fencing));
    }

    Lease lease() {
        return lease;
    }

    /** Renews the lease. One that ran out is as good as before if nobody took the stream: false if somebody did. */
    boolean renew(PollState store, Duration newLife) {
        long askedNanos = timeline.nanos();
        Instant askedAt = timeline.now();
        boolean held = store.renew(lease, newLife);
        if (held) {
            renewed(askedNanos, askedAt, newLife);
        }
        return held;
    }

    /** Whether it is not time yet to renew the lease. */
    synchronized boolean isFresh() {
        Duration age = Duration.ofNanos(timeline.nanos() - takenNanos);
        return holds() && age.compareTo(life.dividedBy(RENEWALS)) < 0;
    }

    synchronized void renewed(long askedNanos, Instant askedAt, Duration newLife) {
        takenNanos = askedNanos;
        takenAt = askedAt;
        life = newLife;
    }

    /** From now on nothing may be done, whatever the lease says. The first reason stands. */
    synchronized void withdraw(String reason) {
        if (withdrawn == null) {
            withdrawn = reason;
        }
    }

    synchronized boolean holds() {
        return withdrawn == null && !lost();
    }

    /** Whether the lease ran out, which forbids even to write down what was told. */
    synchronized boolean lost() {
        Duration mono = Duration.ofNanos(timeline.nanos() - takenNanos);
        Duration wall = Duration.between(takenAt, timeline.now());
        return fencing && (mono.compareTo(life) >= 0 || mono.minus(wall).abs().compareTo(JUMP) > 0);
    }

    @Override
    public synchronized void check() {
        if (withdrawn != null) {
            throw new RequestWithdrawnException(withdrawn);
        }
        checkHeld();
    }

    /** What was told may be written down even after the poll was asked to stop, as long as the lease holds. */
    synchronized void checkHeld() {
        if (lost()) {
            throw new RequestWithdrawnException("the lease of stream " + lease.stream() + " in epoch " + lease.epoch()
                    + " has run out before it could be renewed; another node may hold the stream");
        }
    }
}
