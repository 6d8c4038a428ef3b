/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Lease;
import io.postatus.core.state.StateStoreException;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time for which a poll holds its stream: the lease is taken, renewed while the poll goes on, and given back. */
final class Tenure {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** Renewals in the life of a lease, so that a store which is away for a moment costs nothing. */
    private static final int RENEWALS = 3;

    private final Parts parts;
    private final Lease lease;
    private final LeaseGuard guard;
    private final Consumer<Runnable> steps;
    private final Runnable lost;
    private Timeline.Alarm renewal;

    private Tenure(Parts parts, Lease lease, LeaseGuard guard, Consumer<Runnable> steps, Runnable lost) {
        this.parts = parts;
        this.lease = lease;
        this.guard = guard;
        this.steps = steps;
        this.lost = lost;
    }

    /**
     * @param lost what to do when the lease is lost
     * @return empty if somebody else holds the stream
     */
    static Optional<Tenure> begin(Parts parts, Consumer<Runnable> steps, Runnable lost) {
        long askedNanos = parts.timeline().nanos();
        Instant askedAt = parts.timeline().now();
        String owner = parts.node() + "-" + UUID.randomUUID();
        return parts.store()
                .acquire(parts.stream(), owner, parts.settings().leaseLife())
                .map(lease -> {
                    LeaseGuard guard = new LeaseGuard(
                            parts.timeline(),
                            lease,
                            askedNanos,
                            askedAt,
                            parts.settings().leaseLife(),
                            parts.plays(Rule.FENCING));
                    Tenure tenure = new Tenure(parts, lease, guard, steps, lost);
                    tenure.renewLater();
                    return tenure;
                });
    }

    Lease lease() {
        return lease;
    }

    LeaseGuard guard() {
        return guard;
    }

    private void renewLater() {
        renewal = parts.timeline()
                .after(parts.settings().leaseLife().dividedBy(RENEWALS), () -> steps.accept(this::renew));
    }

    private void renew() {
        long askedNanos = parts.timeline().nanos();
        Instant askedAt = parts.timeline().now();
        try {
            if (guard.lost() || !parts.store().renew(lease, parts.settings().leaseLife())) {
                lost.run();
                return;
            }
            guard.renewed(askedNanos, askedAt, parts.settings().leaseLife());
        } catch (StateStoreException e) {
            LOG.warn("{}: the lease was not renewed and is tried again: {}", parts.stream(), e.getMessage());
        }
        renewLater();
    }

    /** Nothing may be done any more, but the lease is still to be given back. */
    void end() {
        renewal.cancel();
        guard.withdraw("the poll has ended");
    }

    void giveBack() {
        parts.store().release(lease);
    }
}
