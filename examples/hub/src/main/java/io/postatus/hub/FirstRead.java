/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.PurchaseOrderChange;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tells what the first read finds from what happens afterwards: an order that was there, unchanged, before its stream
 * first started is no news to a person, and thousands of them would hide the progress.
 */
final class FirstRead {
    private final Function<String, Instant> firstStarts;
    private final Instant hubStart;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    /** @param firstStarts when a stream first started, null if that is not remembered: it starts with this hub then */
    FirstRead(Function<String, Instant> firstStarts, Instant hubStart) {
        this.firstStarts = firstStarts;
        this.hubStart = hubStart;
    }

    boolean found(PurchaseOrderChange change) {
        Instant updated = change.current().lastUpdated();
        return change.kind() == ChangeKind.FIRST_SEEN
                && updated != null
                && updated.isBefore(known.computeIfAbsent(change.stream(), this::firstStart));
    }

    private Instant firstStart(String stream) {
        Instant start = firstStarts.apply(stream);
        return start == null ? hubStart : start;
    }
}
