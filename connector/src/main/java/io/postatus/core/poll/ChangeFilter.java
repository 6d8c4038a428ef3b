/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Lease;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sweep with a stream of its own: its route hands in what it read and gets the changes. The rules of the loop hold: one
 * teller, intent before emission, confirmed means completed.
 *
 * <p>The stream's lease is taken with the first order and kept while orders come; it runs out by itself if they stop.
 */
public final class ChangeFilter implements Sweep {
    private static final String NO_COVERAGE = "";

    private final StreamId stream;
    private final PollState store;
    private final Timeline timeline;
    private final String node;
    private final Duration leaseLife;
    private final Duration shown;
    private final ChangeDetector detector;
    private final RollCall rollCall;
    private final Map<String, UnderWay> underWay = new HashMap<>();
    private LeaseGuard guard;
    private Instant pruned;

    /**
     * @param lifecycle the vendor's table of statuses
     * @param node names this process in the lease
     * @param shown how long after its last change the service may show an order; null if for ever
     */
    public ChangeFilter(
            StreamId stream,
            Function<PurchaseOrderSummary, Status> lifecycle,
            PollState store,
            Timeline timeline,
            String node,
            Duration leaseLife,
            Duration shown) {
        this.stream = stream;
        this.store = store;
        this.timeline = timeline;
        this.node = node;
        this.leaseLife = leaseLife;
        this.shown = shown;
        this.detector = new ChangeDetector(stream, lifecycle, () -> null, Rule.ALL);
        this.rollCall = new RollCall(stream);
    }

    private final class UnderWay implements Told {
        private final Finding.News news;

        private UnderWay(Finding.News news) {
            this.news = news;
        }

        @Override
        public PurchaseOrderChange change() {
            return news.change();
        }

        @Override
        public void completed(Teller.Outcome outcome) {
            ChangeFilter.this.completed(this, outcome);
        }
    }

    /**
     * {@inheritDoc} While an earlier change of the order is still under way, or if the answer may be older than what is
     * known, there is no telling: the order is then among the absent.
     *
     * @throws StreamTakenException if another process holds the stream
     */
    @Override
    public synchronized Optional<Told> weigh(Observed order, Instant sent, TimeWindow window) {
        Lease lease = hold();
        String number = order.status().id();
        if (underWay.containsKey(number)) {
            rollCall.present(number, window, false);
            return Optional.empty();
        }
        Duration ago = Duration.between(sent, timeline.now());
        Mark received = new Mark(lease.epoch(), timeline.nanos());
        Mark asked = new Mark(lease.epoch(), timeline.nanos() - Math.max(0, ago.toNanos()));
        OrderState known = store.find(stream, List.of(number)).getOrDefault(number, OrderState.unknown(number));
        Finding finding = detector.weigh(known, new Observation(order, asked, received, timeline.now()));
        Optional<Told> told = Optional.empty();
        if (finding instanceof Finding.TakeIn takeIn) {
            store.save(lease, List.of(takeIn.taken()), 0);
        } else if (finding instanceof Finding.News news) {
            store.save(lease, List.of(news.intended()), 0);
            if (!isOurs()) { // R10: that took as long as the lease lived, and whoever has the stream tells the intent
                throw new StreamTakenException(stream);
            }
            UnderWay change = new UnderWay(news);
            underWay.put(number, change);
            told = Optional.of(change);
        }
        rollCall.present(number, window, finding.isJudged());
        return told;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StreamTakenException if another process holds the stream
     */
    @Override
    public synchronized List<String> absent(TimeWindow window) {
        prune(hold());
        return rollCall.absent(window, store.open(stream, window));
    }

    /** R12: with the first window of the day. */
    private void prune(Lease lease) {
        Instant now = timeline.now();
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        if (shown != null && !today.equals(pruned)) {
            Pruning.forget(store, lease, now, shown);
            pruned = today;
        }
    }

    private synchronized void completed(UnderWay told, Teller.Outcome outcome) {
        String number = told.news.intended().id();
        if (!underWay.remove(number, told) || !isOurs()) {
            return;
        }
        if (outcome.confirmed()) {
            store.save(guard.lease(), List.of(told.news.intended().confirmed(told.news.told(), null)), 1);
        } else {
            StreamState state = store.load(stream, NO_COVERAGE);
            OrderState intended = told.news.intended();
            store.save(
                    guard.lease(),
                    List.of(intended.failed(intended.intent().failed(timeline.now(), state.confirmed()))),
                    0);
        }
    }

    /** Takes the lease, or renews it once a third of its life is over. Exchanges may last longer than it lives. */
    private Lease hold() {
        if (guard == null || !(guard.isFresh() || guard.renew(store, leaseLife))) {
            underWay.clear();
            guard = LeaseGuard.take(store, stream, node, leaseLife, timeline, true)
                    .orElseThrow(() -> new StreamTakenException(stream));
        }
        return guard.lease();
    }

    private boolean isOurs() {
        return guard.holds() || guard.renew(store, leaseLife) && guard.holds();
    }

    @Override
    public synchronized void close() {
        if (guard != null) {
            store.release(guard.lease());
            guard = null;
            underWay.clear();
        }
    }
}
