/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Permission;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Customers;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service that is watched for departing from what it documents. Nothing is kept back for that: words and fields that
 * nobody knows pass through and are told, what is missing keeps its known value. Here they are counted, so that somebody
 * can see them and extend the connector. Only orders that are shown in full are looked at.
 */
public final class Drift implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** Of each kind. Enough to see what is going on; a service that makes names up must not fill the memory. */
    private static final int MOST = 100;

    private static final int LONGEST = 200;
    /** The service's text, which must not begin a line of its own in a log. */
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    private final StatusSource source;
    private final Timeline timeline;
    private final Map<DriftKind, Seen> seen = new EnumMap<>(DriftKind.class);

    public Drift(StatusSource source, Timeline timeline) {
        this.source = source;
        this.timeline = timeline;
        for (DriftKind kind : DriftKind.values()) {
            seen.put(kind, new Seen());
        }
    }

    /** What was seen of one kind, by what it is. */
    private static final class Seen {
        final Map<String, Sighting> sightings = new LinkedHashMap<>();
        long orders;
    }

    /** How often an order was read that has drift of this kind. */
    public synchronized long orders(DriftKind kind) {
        return seen.get(kind).orders;
    }

    /** What was seen, the first hundred of each kind. */
    public synchronized List<Sighting> sightings() {
        return seen.values().stream()
                .flatMap(kind -> kind.sightings.values().stream())
                .toList();
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
    public Collection<String> unknownWords(PurchaseOrderSummary summary) {
        return source.unknownWords(summary);
    }

    @Override
    public Instant readUpTo(StreamState stream, Customers customers) {
        return source.readUpTo(stream, customers);
    }

    @Override
    public List<Slice> plan(PlanRequest request) {
        return source.plan(request);
    }

    @Override
    public String orderId(String given) {
        return source.orderId(given);
    }

    @Override
    public List<Slice> planRange(TimeWindow range, Instant now) {
        return source.planRange(range, now);
    }

    @Override
    public ChronoUnit grain() {
        return source.grain();
    }

    @Override
    public CompletionStage<Page> read(Slice slice, PageToken token, Permission permission) {
        return source.read(slice, token, permission).thenApply(page -> {
            page.orders().forEach(this::look);
            return page;
        });
    }

    private void look(Observed order) {
        look(order, DriftKind.UNKNOWN_WORD, source.unknownWords(order.status().summary()));
        look(order, DriftKind.UNKNOWN_FIELD, order.drift().unknown());
        look(order, DriftKind.MISSING_FIELD, order.drift().missing());
    }

    private void look(Observed order, DriftKind kind, Collection<String> found) {
        if (!found.isEmpty()) {
            note(order.status(), kind, found);
        }
    }

    private synchronized void note(PurchaseOrderStatus order, DriftKind kind, Collection<String> found) {
        Seen before = seen.get(kind);
        before.orders++;
        for (String each : found) {
            String what = printable(each);
            if (before.sightings.computeIfPresent(what, (key, sighting) -> sighting.again()) == null
                    && before.sightings.size() < MOST) {
                before.sightings.put(what, new Sighting(kind, what, 1, timeline.now(), order.id()));
                LOG.warn(
                        "{} account '{}': order {} {}: {}. {} Said once; what follows is counted.",
                        order.source(),
                        order.account(),
                        order.id(),
                        kind.what,
                        what,
                        kind.advice);
            }
        }
    }

    private static String printable(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return UNPRINTABLE.matcher(start).replaceAll("?");
    }
}
