/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How far the reading of one slice has come. It may be closed once all is read and nothing is owed. */
final class SliceReading {
    /** More pages than any honest slice has: guards against a service that never ends one. */
    private static final int MOST_PAGES = 10_000;

    final Slice slice;
    /** The readings that wait for this one: a slice stays open until the orders it has to read by number are read. */
    final List<SliceReading> waiting = new ArrayList<>();

    /** The customers that the pages named, for the list of customers. */
    final Set<String> customers = new LinkedHashSet<>();

    private final Set<PageToken> tokens = new HashSet<>();
    private PageToken next;
    private Instant began;
    private boolean readToTheEnd;
    private boolean stopped;
    private int owed;
    private String failure;
    /** The service did not show what was asked for, and would not if it were asked again. */
    boolean refused;

    int pages;
    int orders;
    int told;
    int parked;

    SliceReading(Slice slice) {
        this.slice = slice;
    }

    PageToken next() {
        return next;
    }

    /** The service's time before the first request was sent, the earlier of both clocks. */
    Instant began() {
        return began;
    }

    void begins(Instant time) {
        began = began == null || time.isBefore(began) ? time : began;
    }

    /** @return why the service's paging cannot be followed, or null */
    String turn(PageToken nextToken) {
        next = nextToken;
        readToTheEnd = nextToken == null;
        if (readToTheEnd) {
            return null;
        }
        if (!tokens.add(nextToken)) {
            return "the service gave the same page token twice, so its pages would never end";
        }
        return pages >= MOST_PAGES ? "more than " + MOST_PAGES + " pages in one slice" : null;
    }

    boolean isReadToTheEnd() {
        return readToTheEnd;
    }

    /** Something of this slice is under way: the slice cannot close before it is settled. */
    void owe() {
        owed++;
    }

    void settle(String whyNot) {
        owed--;
        if (whyNot != null) {
            fail(whyNot);
        }
    }

    /** The slice stays open; what it holds is read again. The first reason stands. */
    void fail(String reason) {
        Objects.requireNonNull(reason, "a slice that stays open must say why");
        failure = failure == null ? reason : failure;
    }

    /** Reads no further page. */
    void stop(String reason) {
        stopped = true;
        fail(reason);
    }

    String failure() {
        return failure;
    }

    boolean isSettled() {
        return owed == 0 && (readToTheEnd || stopped);
    }

    /** How the slice was read, for anybody who wants to check the claim. */
    Evidence evidence(long epoch, Instant closed) {
        return new Evidence(epoch, began, closed, pages, orders, told, parked);
    }
}
