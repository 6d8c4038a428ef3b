/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells what the first read finds from what happens afterwards: an order that was there, unchanged, before its stream
 * first started is no news to a person, and thousands of them would hide the progress.
 */
final class FirstRead {
    private final Function<String, Instant> firstStarts;
    private final Predicate<String> goesOn;
    private final Instant hubStart;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    /**
     * @param firstStarts when a stream first started, null if that is not remembered: it starts with this hub then
     * @param goesOn whether a stream's first read goes on
     */
    FirstRead(Function<String, Instant> firstStarts, Predicate<String> goesOn, Instant hubStart) {
        this.firstStarts = firstStarts;
        this.goesOn = goesOn;
        this.hubStart = hubStart;
    }

    boolean found(PurchaseOrderChange change) {
        Instant last = change.kind() == ChangeKind.FIRST_SEEN ? lastKnownLife(change) : null;
        return last != null && last.isBefore(known.computeIfAbsent(change.stream(), this::firstStart));
    }

    /**
     * Where the service does not say when an order last changed, one that is old was found by the first read while that
     * goes on; afterwards it shows up because something happened to it.
     */
    private Instant lastKnownLife(PurchaseOrderChange change) {
        PurchaseOrderStatus order = change.current();
        boolean isByAge = order.lastUpdated() == null && goesOn.test(change.stream());
        return isByAge ? order.created() : order.lastUpdated();
    }

    private Instant firstStart(String stream) {
        Instant start = firstStarts.apply(stream);
        return start == null ? hubStart : start;
    }
}
