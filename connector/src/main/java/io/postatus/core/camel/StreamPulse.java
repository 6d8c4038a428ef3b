/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.CoverageReport;
import io.postatus.core.poll.PollReport;
import io.postatus.core.poll.StatusSource;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a stream last told a change, when it last read further, and what it leaves open. Polls may be good while nothing
 * comes of them: a service that shows nothing any more, a stretch of time that is never read in full. What was before this
 * consumer started or went on does not count against it. What others do for the stream, in other processes, counts.
 *
 * <p>Whoever polls looks into the store, now and then; whoever asks is answered from memory, and need not wait for a store
 * that hangs.
 */
final class StreamPulse {
    private static final Logger LOG = LoggerFactory.getLogger(StatusConsumer.class);

    /** In health details. */
    private static final int MOST_GAPS = 5;

    private final StreamId stream;
    private final PollState store;
    private final StatusSource source;
    private final BiFunction<StreamState, PollReport, List<CoverageReport.Gap>> gapsNow;
    private final Timeline timeline;
    private final HealthThresholds thresholds;
    private final Set<String> said = new HashSet<>();

    private Instant began;
    private Instant lastChange;
    private Instant readUpTo;
    private Instant furthest;
    private Instant movedOn;
    private Long confirmed;
    private int parked = -1;
    private List<String> gaps = List.of();

    /** @param gapsNow what is not read, and why: by where the stream stands, and by a poll's report */
    StreamPulse(
            StreamId stream,
            PollState store,
            StatusSource source,
            BiFunction<StreamState, PollReport, List<CoverageReport.Gap>> gapsNow,
            Timeline timeline,
            HealthThresholds thresholds) {
        this.stream = stream;
        this.store = store;
        this.source = source;
        this.gapsNow = gapsNow;
        this.timeline = timeline;
        this.thresholds = thresholds;
        this.began = timeline.now();
    }

    /** The stream was suspended, and nobody expected anything of it. */
    synchronized void resume() {
        began = timeline.now();
        furthest = null; // and somebody may have had it forgotten
        readUpTo = null;
        confirmed = null;
        parked = -1;
        gaps = List.of();
    }

    /** Before a poll: how far the stream had come before the first. */
    void goOn() {
        if (!hasLooked()) {
            look(null);
        }
    }

    /** Why the stream is unhealthy though its polls are good, in sentences; empty if it is not. */
    List<String> troubles() {
        return List.copyOf(found().values());
    }

    /** For health checks. */
    synchronized Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>();
        note(details, "lastChange", lastChange);
        note(details, "readUpTo", readUpTo);
        note(details, "readUpToSince", movedOn);
        note(details, "quietThreshold", thresholds.quiet());
        note(details, "horizonThreshold", thresholds.horizon());
        if (hasLooked()) {
            details.put("parked", parked);
            details.put("gaps", gaps);
        }
        return details;
    }

    private static void note(Map<String, Object> details, String name, Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    /** When a change was last confirmed, as far as was seen from here; null if none was. */
    synchronized Instant lastChange() {
        return lastChange;
    }

    /** Up to when everything was read at the last look; null before the first start. */
    synchronized Instant readUpTo() {
        return readUpTo;
    }

    /** How much was given up on at the last look; -1 before the first. */
    synchronized int parked() {
        return parked;
    }

    /** When the stream last read further, as far as was seen from here; null if it did not. */
    synchronized Instant movedOn() {
        return movedOn;
    }

    /**
     * Not in the monitor, which whoever asks needs. Whoever polls looks, and no poll is to end for it.
     *
     * @param report of the last poll, null before the first
     */
    void look(PollReport report) {
        try {
            StreamState state = store.load(stream, source.coverageKey());
            note(
                    state.confirmed(),
                    source.readUpTo(state, store.customers(stream)),
                    store.countParked(stream),
                    gapsNow.apply(state, report).stream()
                            .limit(MOST_GAPS)
                            .map(CoverageReport.Gap::toString)
                            .toList());
        } catch (RuntimeException e) {
            LOG.debug("{}: how far the stream has come cannot be read: {}", stream, e.toString());
        }
    }

    private synchronized boolean hasLooked() {
        return confirmed != null;
    }

    /** The horizon falls back when there is a new customer: that is no step, and neither is catching up on it. */
    private synchronized void note(long confirmedNow, Instant horizon, int parkedNow, List<String> open) {
        if (confirmed != null && confirmedNow > confirmed) {
            lastChange = timeline.now();
        }
        confirmed = confirmed == null ? confirmedNow : Math.max(confirmed, confirmedNow);
        if (furthest == null) {
            furthest = horizon;
        } else if (horizon != null && horizon.isAfter(furthest)) {
            furthest = horizon;
            movedOn = timeline.now();
        }
        readUpTo = horizon;
        parked = parkedNow;
        gaps = open;
    }

    /** After a poll that did not fail: says once what is wrong all the same, and once that it is over. */
    synchronized void say() {
        Map<String, String> found = found();
        found.forEach((threshold, sentence) -> {
            if (said.add(threshold)) {
                LOG.warn(sentence);
            }
        });
        if (said.retainAll(found.keySet())) {
            LOG.info("{}: comes on again, {}", stream, details());
        }
    }

    /** By the option whose threshold is passed. */
    private synchronized Map<String, String> found() {
        Map<String, String> found = new LinkedHashMap<>();
        Instant quietSince = later(lastChange, began);
        if (isOver(quietSince, thresholds.quiet())) {
            found.put(
                    "quietThreshold",
                    "Stream " + stream + " is quiet too long: no change was told since " + quietSince
                            + (quietSince.equals(began) ? ", when it started" : "")
                            + ", for more than quietThreshold (" + thresholds.quiet()
                            + "). Look at the service whether orders have changed since then: if so, its filters or rights"
                            + " hide them from this account; if not, and that is usual, raise quietThreshold.");
        }
        Instant stands = later(movedOn, began);
        if (furthest != null && isOver(stands, thresholds.horizon())) {
            found.put(
                    "horizonThreshold",
                    "The horizon of stream " + stream + " stands still: everything was read up to " + furthest
                            + ", and no further since " + stands + ", for more than horizonThreshold ("
                            + thresholds.horizon() + "), though the stream is polled. Later changes may be told all the"
                            + " same. The log says what 'stays open' and why; if nothing does, an exchange of the route"
                            + " does not end.");
        }
        return found;
    }

    private boolean isOver(Instant since, Duration threshold) {
        return threshold != null && since.plus(threshold).isBefore(timeline.now());
    }

    private static Instant later(Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
