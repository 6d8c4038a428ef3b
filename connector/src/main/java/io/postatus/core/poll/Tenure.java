/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Lease;
import io.postatus.core.time.Timeline;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time for which a poll holds its stream: the lease is taken, renewed while the poll goes on, and given back. */
final class Tenure {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

    private final Parts parts;
    private final LeaseGuard guard;
    private final Consumer<Runnable> steps;
    private final Runnable lost;
    private Timeline.Alarm renewal;

    private Tenure(Parts parts, LeaseGuard guard, Consumer<Runnable> steps, Runnable lost) {
        this.parts = parts;
        this.guard = guard;
        this.steps = steps;
        this.lost = lost;
    }

    /**
     * @param lost what to do when the lease is lost
     * @return empty if somebody else holds the stream
     */
    static Optional<Tenure> begin(Parts parts, Consumer<Runnable> steps, Runnable lost) {
        return LeaseGuard.take(
                        parts.store(),
                        parts.stream(),
                        parts.node(),
                        parts.settings().leaseLife(),
                        parts.timeline(),
                        parts.plays(Rule.FENCING))
                .map(guard -> {
                    Tenure tenure = new Tenure(parts, guard, steps, lost);
                    tenure.renewLater();
                    return tenure;
                });
    }

    Lease lease() {
        return guard.lease();
    }

    LeaseGuard guard() {
        return guard;
    }

    private void renewLater() {
        renewal = parts.timeline()
                .after(parts.settings().leaseLife().dividedBy(LeaseGuard.RENEWALS), () -> steps.accept(this::renew));
    }

    private void renew() {
        try {
            if (guard.lost() || !guard.renew(parts.store(), parts.settings().leaseLife())) {
                lost.run();
                return;
            }
        } catch (RuntimeException e) {
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
        parts.store().release(guard.lease());
    }
}
