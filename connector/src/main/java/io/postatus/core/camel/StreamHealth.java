/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.PollReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a stream's polls went. A paused stream is not a healthy one, though Camel sees a poll that returned. */
final class StreamHealth {
    private static final Logger LOG = LoggerFactory.getLogger(StatusConsumer.class);

    private static final int MOST_LINES = 5;

    private volatile PollReport last;
    private volatile Throwable failure;
    private volatile long failures;
    private volatile Instant lastGood;
    /** When the poll began that failed last. */
    private Instant lastFailed;

    /** @throws Exception what made the poll fail */
    void judge(PollReport report) throws Exception {
        last = report;
        switch (report.ended()) {
            case DONE -> good(report);
            case FAILED -> {
                watch(report);
                throw failure instanceof Exception cause ? cause : new IllegalStateException(failure);
            }
            case PAUSED -> paused(report);
            case LEASE_LOST ->
                LOG.warn("{}: the lease was lost during the poll; whoever holds it goes on", report.stream());
            default -> LOG.debug("{}: {}", report.stream(), report.ended());
        }
    }

    private void good(PollReport report) {
        if (failures > 0) {
            LOG.info("{}: good again after {} failed polls", report.stream(), failures);
        }
        failures = 0;
        failure = null;
        lastGood = report.at();
        if (report.told() > 0 || report.failed() > 0) {
            LOG.info(
                    "{}: {} of {} slices closed, {} pages, {} orders read, {} changes told, {} confirmed, {} parked",
                    report.stream(),
                    report.closed(),
                    report.planned(),
                    report.pages(),
                    report.orders(),
                    report.told(),
                    report.confirmed(),
                    report.parked());
        }
        report.openSlices().stream()
                .limit(MOST_LINES)
                .forEach(why ->
                        LOG.warn("{}: stays open and is read again with the next poll: {}", report.stream(), why));
    }

    /** A poll that has failed may wait for its exchanges for long before it ends, and is counted once. */
    void watch(PollReport progress) {
        if (progress.failure() != null && !progress.began().equals(lastFailed)) {
            failures++;
            failure = progress.failure();
            lastFailed = progress.began();
        }
    }

    /** Another process was made to pause, and who looks at this one is told why nothing comes. */
    private void paused(PollReport report) {
        if (failure == null) {
            failure = report.failure();
            failures = 1;
            LOG.warn("{}", failure.getMessage());
        }
    }

    /** The running poll may have come further; null before the first has ended. */
    PollReport last() {
        return last;
    }

    Throwable failure() {
        return failure;
    }

    /** Polls that failed in a row. */
    long failures() {
        return failures;
    }

    Instant lastGood() {
        return lastGood;
    }

    /** For health checks, beside the failure. */
    Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>();
        PollReport report = last;
        if (report != null && report.pausedUntil() != null) {
            details.put("pausedUntil", report.pausedUntil().toString());
        }
        return details;
    }
}
