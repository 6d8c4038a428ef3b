/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Permission;
import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service whose words are watched: those that the vendor's table does not know pass through, are told as
 * {@link Status#UNKNOWN}, and are counted here, so that somebody can extend the table.
 */
public final class UnknownWords implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** Enough to see what is going on; a service that makes words up must not fill the memory. */
    private static final int MOST_KINDS = 100;

    private final StatusSource source;
    private final Timeline timeline;
    private final Map<String, Sighting> sightings = new LinkedHashMap<>();
    private long orders;

    public UnknownWords(StatusSource source, Timeline timeline) {
        this.source = source;
        this.timeline = timeline;
    }

    /**
     * Words of an order of which one is unknown.
     *
     * @param words the order's status words and those of its lines
     * @param orders how often an order was read that has them
     * @param first when that was first
     * @param sample one of the orders, by its id
     */
    public record Sighting(String words, long orders, Instant first, String sample) {

        private Sighting again() {
            return new Sighting(words, orders + 1, first, sample);
        }

        @Override
        public String toString() {
            return words + ": " + orders + " times since " + first + ", for example order " + sample;
        }
    }

    /** How often an order was read that has an unknown word. */
    public synchronized long orders() {
        return orders;
    }

    /** The first hundred combinations of words that were seen. */
    public synchronized List<Sighting> sightings() {
        return List.copyOf(sightings.values());
    }

    @Override
    public String coverageKey() {
        return source.coverageKey();
    }

    @Override
    public Status status(PurchaseOrderSummary summary) {
        return source.status(summary);
    }

    @Override
    public List<Slice> plan(PlanRequest request) {
        return source.plan(request);
    }

    @Override
    public List<Slice> planRange(TimeWindow range, Instant now) {
        return source.planRange(range, now);
    }

    @Override
    public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
        return source.read(slice, token, permission).thenApply(page -> {
            page.orders().forEach(order -> look(order.status()));
            return page;
        });
    }

    private synchronized void look(PurchaseOrderStatus order) {
        if (order.status() != Status.UNKNOWN) {
            return;
        }
        orders++;
        String words = words(order);
        Sighting before = sightings.get(words);
        if (before != null) {
            sightings.put(words, before.again());
        } else if (sightings.size() < MOST_KINDS) {
            Sighting sighting = new Sighting(words, 1, timeline.now(), order.id());
            sightings.put(words, sighting);
            LOG.warn(
                    "{} account '{}': a status that is not in our table is passed on as unknown: {}",
                    order.source(),
                    order.account(),
                    sighting);
        }
    }

    private static String words(PurchaseOrderStatus order) {
        SortedSet<String> words = new TreeSet<>();
        order.vendorStatuses().forEach((name, word) -> words.add(name + "=" + word));
        List<PurchaseOrderLine> lines = order.lines() == null ? List.of() : order.lines();
        lines.forEach(line -> line.vendorStatuses().forEach((name, word) -> words.add(name + "=" + word)));
        return (order.vendorStatus() == null ? "no status" : order.vendorStatus())
                + (words.isEmpty() ? "" : " " + words);
    }
}
