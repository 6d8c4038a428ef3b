/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.StreamId;
import java.time.Instant;
import java.util.List;

/**
 * How a poll went, or how far it has come.
 *
 * @param began when the poll began, by our clock
 * @param at when this was so: the poll's end, if it has ended
 * @param ended what ended it, null while it runs
 * @param planned slices planned, of which {@code closed} were read and confirmed and {@code failed} stay open
 * @param pages pages read, of which {@code closedPages} were of closed slices
 * @param orders orders seen
 * @param told changes handed to the route, of which {@code confirmed} were confirmed
 * @param parked changes given up on
 * @param openSlices why slices stay open; at most a hundred
 * @param failure what made the poll as a whole fail, null if nothing did; one that runs may wait for its last exchanges
 */
public record PollReport(
        StreamId stream,
        Instant began,
        Instant at,
        Ended ended,
        int planned,
        int closed,
        int failed,
        int pages,
        int closedPages,
        long orders,
        long told,
        long confirmed,
        long parked,
        List<OpenSlice> openSlices,
        Throwable failure,
        Instant pausedUntil) {

    static PollReport begun(StreamId stream, Instant began) {
        return new PollReport(stream, began, began, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), null, null);
    }

    /** It waits for its exchanges, and then ends for this. */
    PollReport failing(Throwable cause) {
        return ended(null, at, cause, null);
    }

    PollReport ended(Ended how, Instant end, Throwable cause, Instant paused) {
        return new PollReport(
                stream,
                began,
                end,
                how,
                planned,
                closed,
                failed,
                pages,
                closedPages,
                orders,
                told,
                confirmed,
                parked,
                openSlices,
                cause,
                paused);
    }

    /** What ends a poll. */
    public enum Ended {
        /** All that was planned was tried. */
        DONE,
        /** Somebody else holds the stream. */
        NOT_OURS,
        /** The stream is paused after failures and not due yet. */
        PAUSED,
        /** Suspended or stopped. */
        STOPPED,
        /** The lease ran out, or the stream was taken over. */
        LEASE_LOST,
        /** The service, the route or the store failed as a whole. */
        FAILED
    }
}
