/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a stream right that may have missed something (R1): it tells nothing itself, since only the stream's holder may,
 * but asks the holder to read the orders that differ from what was last told.
 */
public final class Reconciliation implements Sweep {
    /** Later than all that is known: whether the order is to be told is decided when the holder has read it. */
    private static final Mark NOW = new Mark(Long.MAX_VALUE, Long.MAX_VALUE);

    private final StreamId stream;
    private final PollState store;
    private final Timeline timeline;
    private final ChangeDetector detector;
    private final RollCall rollCall;

    /** @param stream the one to be put right */
    public Reconciliation(
            StreamId stream, Function<PurchaseOrderSummary, Status> lifecycle, PollState store, Timeline timeline) {
        this.stream = stream;
        this.store = store;
        this.timeline = timeline;
        this.detector = new ChangeDetector(stream, lifecycle, () -> null, Rule.ALL);
        this.rollCall = new RollCall(stream);
    }

    /** Queues the order if it differs, and answers nothing. */
    @Override
    public synchronized Optional<Told> weigh(Observed order, Instant sent, TimeWindow window) {
        String number = order.status().id();
        OrderState known = store.find(stream, List.of(number)).getOrDefault(number, OrderState.unknown(number));
        Finding finding = detector.weigh(known, new Observation(order, NOW, NOW, timeline.now()));
        if (finding instanceof Finding.News || !finding.isJudged()) {
            store.queue(stream, List.of(number), timeline.now());
        }
        rollCall.present(number, window, true);
        return Optional.empty();
    }

    /** Queues the orders, and answers none: the stream's holder reads them. */
    @Override
    public synchronized List<String> absent(TimeWindow window) {
        List<String> absent = rollCall.absent(window, store.open(stream, window));
        if (!absent.isEmpty()) {
            store.queue(stream, absent, timeline.now());
        }
        return List.of();
    }

    /** Holds nothing. */
    @Override
    public void close() {}
}
