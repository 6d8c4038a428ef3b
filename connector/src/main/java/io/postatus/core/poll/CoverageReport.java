/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.Backfill;
import io.postatus.core.state.Closing;
import io.postatus.core.state.Customers;
import io.postatus.core.state.Parked;
import io.postatus.core.state.Queued;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import java.time.Instant;
import java.util.List;

/**
 * Which stretches of time a stream has read, and which not: what the connector's promise can be checked by. Covered and
 * gaps together leave out no instant from the stream's start to now.
 *
 * @param coverageKey what the readings count for: the axis, and a digest of host and filters
 * @param at when it was so, by our clock
 * @param state where the stream stands as a whole
 * @param covered what was credited, with the evidence, newest reading first
 * @param gaps what is not read, oldest first; empty before the first start, and where the service cannot be asked by time
 * @param backfills ranges that somebody asked for
 * @param replays orders that wait to be told again because somebody asked for it
 * @param customers the last complete look at each, where orders can only be looked at customer by customer
 * @param parked what was given up on
 */
public record CoverageReport(
        StreamId stream,
        String coverageKey,
        Instant at,
        StreamState state,
        List<Closing> covered,
        List<Gap> gaps,
        List<Backfill> backfills,
        List<Queued> replays,
        Customers customers,
        List<Parked> parked) {

    /**
     * A stretch that is not read.
     *
     * @param reason why, for people
     * @param nextTry when it is tried next; null if with the next poll, whenever that is
     */
    public record Gap(TimeWindow window, String reason, Instant nextTry) {

        @Override
        public String toString() {
            return window + ": " + reason + (nextTry == null ? "" : ", next try " + nextTry);
        }
    }

    public CoverageReport {
        covered = List.copyOf(covered);
        gaps = List.copyOf(gaps);
        backfills = List.copyOf(backfills);
        replays = List.copyOf(replays);
        parked = List.copyOf(parked);
    }
}
