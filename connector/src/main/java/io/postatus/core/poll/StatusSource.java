/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.http.Permission;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Customers;
import io.postatus.core.state.StreamState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A service, as the loop sees it: it can say what to read, and read it. Everything vendor-specific is behind this. */
public interface StatusSource {

    /** Which coverage the readings count for: the axis, and a digest of all that decides what the service shows. */
    String coverageKey();

    /** The canonical status of an order, from the service's words in its summary. A pure function: the vendor's table. */
    Status status(PurchaseOrderSummary summary);

    /**
     * The status words of an order that the vendor's table does not have, each as {@code field=word}; one that is absent
     * is none of them. Empty if the service documents no words.
     */
    Collection<String> unknownWords(PurchaseOrderSummary summary);

    /**
     * Up to which instant everything was read without a gap; null if there is nothing to be read up to.
     *
     * @param customers none, if the service is not read customer by customer
     */
    default Instant readUpTo(StreamState stream, Customers customers) {
        return stream.readUpTo();
    }

    /**
     * An order's id as the service's answers bear it.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    default String orderId(String given) {
        if (given.isBlank()) {
            throw new IllegalArgumentException("an order's id is blank");
        }
        return given.strip();
    }

    /** What to read in this poll, in the order of reading. */
    List<Slice> plan(PlanRequest request);

    /**
     * How a range is read that somebody asks for, apart from what the stream reads by itself.
     *
     * @return nothing if the service cannot be asked by time
     */
    List<Slice> planRange(TimeWindow range, Instant now);

    /** Where a range that is read in pieces is cut, in UTC: by the hour, or by the day if no less can be asked for. */
    ChronoUnit grain();

    /**
     * Reads one page.
     *
     * @param token null for the first page of the slice
     * @param permission asked immediately before every request
     * @return the page, or an {@link io.postatus.core.http.ApiException}
     */
    CompletionStage<Page> read(Slice slice, PageToken token, Permission permission);
}
