/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.poll.PollReport;
import io.postatus.core.state.StreamState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Watches one stream and says on the screen what it goes on from, how far a long read has come, and how it ended. */
final class ProgressWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** While nothing moves, as when nobody listens: often enough to see that the hub lives. */
    private static final Duration AT_A_STANDSTILL = Duration.ofSeconds(10);
    /** Live polls read one window or two; more is catching up, which a person wants to see at once. */
    private static final int LIVE_WINDOWS = 2;

    private static final Duration LONG = Duration.ofSeconds(5);

    private final StatusConsumer stream;
    private final Reading reading;
    private final Screen screen;
    private final Clock clock;
    private boolean introduced;
    private volatile boolean firstReadOver;
    private PollReport shown;
    private Instant shownAt;

    ProgressWatch(StatusConsumer stream, Screen screen, Clock clock) {
        this.stream = stream;
        this.reading = Reading.of(Streams.source(stream));
        this.screen = screen;
        this.clock = clock;
    }

    void look() {
        if (!introduced && stream.getRemembered() != null) {
            introduced = true;
            StreamState remembered = stream.getRemembered();
            firstReadOver =
                    remembered.startedAt() != null && !remembered.readUpTo().isBefore(remembered.startedAt());
            say(RememberedLine.atStart(
                    reading, remembered, stream.getEndpoint().getConfiguration().getStartFrom()));
        }
        PollReport now = stream.getProgress();
        if (now == null) {
            return;
        }
        if (now.ended() == null) {
            progress(now);
            return;
        }
        firstReadOver |= now.ended() == PollReport.Ended.DONE;
        if (shown != null) {
            shown = null;
            say(ProgressLine.ofTheEnd(reading, now, stream.getRates().values()));
        }
    }

    /** Whether everything that was there at the first start was read once, as far as is known. */
    boolean isFirstReadOver() {
        return firstReadOver;
    }

    boolean watches(String name) {
        return stream.getEndpoint().getStream().equals(name);
    }

    /** By the clock, since a report stands still while the service does not answer. */
    private void progress(PollReport now) {
        Instant at = clock.instant();
        Duration sinceShown = Duration.between(shown == null ? now.began() : shownAt, at);
        boolean isMore = reading.isPlannedInFull() ? now.planned() > LIVE_WINDOWS : !firstReadOver;
        boolean isLong = isMore || Duration.between(now.began(), at).compareTo(LONG) > 0;
        if (isLong && sinceShown.compareTo(now.equals(shown) ? AT_A_STANDSTILL : EVERY) >= 0) {
            shown = now;
            shownAt = at;
            int inFlight = stream.getEndpoint().getConfiguration().getConcurrentRequests();
            say(ProgressLine.of(reading, now, stream.getRates().values(), inFlight));
        }
    }

    /** After the stream has stopped. */
    void farewell() {
        if (introduced) {
            say(RememberedLine.atEnd(reading, stream.getRemembered()));
        }
    }

    private void say(String text) {
        screen.say(Streams.source(stream), Streams.account(stream), text);
    }
}
