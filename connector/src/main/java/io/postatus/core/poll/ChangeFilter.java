/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.state.Lease;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The loop's memory for readings that a route does itself: a sweep built of EIPs hands in what it read, one order after
 * the other, and gets the changes. The same rules hold: one teller, intent before emission, confirmed means completed.
 *
 * <p>The stream's lease is taken with the first order and kept while orders come; it runs out by itself if they stop.
 */
public final class ChangeFilter {
    private static final String NO_COVERAGE = "";

    private final StreamId stream;
    private final PollState store;
    private final Timeline timeline;
    private final String owner;
    private final Duration leaseLife;
    private final ChangeDetector detector;
    private final Map<String, Told> underWay = new HashMap<>();
    private Lease lease;
    private LeaseGuard guard;
    private long askedNanos;

    /**
     * @param lifecycle the vendor's table of statuses
     * @param node names this process in the lease
     */
    public ChangeFilter(
            StreamId stream,
            Function<PurchaseOrderSummary, Status> lifecycle,
            PollState store,
            Timeline timeline,
            String node,
            Duration leaseLife) {
        this.stream = stream;
        this.store = store;
        this.timeline = timeline;
        this.owner = node + "-" + UUID.randomUUID();
        this.leaseLife = leaseLife;
        this.detector = new ChangeDetector(stream, lifecycle, () -> null, Rule.ALL);
    }

    /** A change to be told, and how to say what became of it. */
    public final class Told {
        private final Finding.News news;

        private Told(Finding.News news) {
            this.news = news;
        }

        public PurchaseOrderChange change() {
            return news.change();
        }

        /** The exchange has ended. Not confirmed, the change is told again when its order is next handed in. */
        public void completed(Teller.Outcome outcome) {
            ChangeFilter.this.completed(this, outcome);
        }
    }

    /**
     * Holds an order against what the stream knows, and writes the intent if it has news.
     *
     * @param sent before the request was sent that brought the order
     * @return the change; nothing if there is none, or if an earlier change of this order is still under way
     * @throws StreamTakenException if another process holds the stream
     */
    public synchronized Optional<Told> weigh(Observed order, Instant sent) {
        hold();
        String number = order.status().id();
        if (underWay.containsKey(number)) {
            return Optional.empty();
        }
        Duration ago = Duration.between(sent, timeline.now());
        Mark received = new Mark(lease.epoch(), timeline.nanos());
        Mark asked = new Mark(lease.epoch(), timeline.nanos() - Math.max(0, ago.toNanos()));
        OrderState known = store.find(stream, List.of(number)).getOrDefault(number, OrderState.unknown(number));
        Finding finding = detector.weigh(known, new Observation(order, asked, received, timeline.now()));
        if (finding instanceof Finding.TakeIn takeIn) {
            store.save(lease, List.of(takeIn.taken()), 0);
        }
        if (!(finding instanceof Finding.News news)) {
            return Optional.empty();
        }
        store.save(lease, List.of(news.intended()), 0);
        Told told = new Told(news);
        underWay.put(number, told);
        return Optional.of(told);
    }

    private synchronized void completed(Told told, Teller.Outcome outcome) {
        String number = told.news.intended().purchaseOrderNumber();
        if (!underWay.remove(number, told) || !(guard.holds() || renewed())) {
            return;
        }
        if (outcome.confirmed()) {
            store.save(lease, List.of(told.news.intended().confirmed(told.news.told(), null)), 1);
        } else {
            StreamState state = store.load(stream, NO_COVERAGE);
            OrderState intended = told.news.intended();
            store.save(lease, List.of(intended.failed(intended.intent().failed(timeline.now(), state.confirmed()))), 0);
        }
    }

    /** Takes the lease, or renews it once a third of its life is over. */
    private void hold() {
        if (lease != null && (isFresh() || renewed())) {
            return;
        }
        long nanos = timeline.nanos();
        Instant now = timeline.now();
        underWay.clear();
        lease = store.acquire(stream, owner, leaseLife).orElseThrow(() -> new StreamTakenException(stream));
        askedNanos = nanos;
        guard = new LeaseGuard(timeline, lease, nanos, now, leaseLife, true);
    }

    private boolean isFresh() {
        Duration age = Duration.ofNanos(timeline.nanos() - askedNanos);
        return guard.holds() && age.compareTo(leaseLife.dividedBy(3)) < 0;
    }

    /** A lease that ran out is as good as before if nobody took the stream: exchanges may last longer than it lives. */
    private boolean renewed() {
        long nanos = timeline.nanos();
        Instant now = timeline.now();
        if (!store.renew(lease, leaseLife)) {
            return false;
        }
        askedNanos = nanos;
        guard.renewed(nanos, now, leaseLife);
        return true;
    }

    /** Gives the stream back. */
    public synchronized void release() {
        if (lease != null) {
            store.release(lease);
            lease = null;
            underWay.clear();
        }
    }
}
