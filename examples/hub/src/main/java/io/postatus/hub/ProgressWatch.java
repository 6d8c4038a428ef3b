/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.poll.PollReport;
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
    private final Screen screen;
    private final Clock clock;
    private boolean introduced;
    private PollReport shown;
    private Instant shownAt;

    ProgressWatch(StatusConsumer stream, Screen screen, Clock clock) {
        this.stream = stream;
        this.screen = screen;
        this.clock = clock;
    }

    void look() {
        if (!introduced && stream.getRemembered() != null) {
            introduced = true;
            say(RememberedLine.atStart(
                    stream.getRemembered(),
                    stream.getEndpoint().getConfiguration().getStartFrom()));
        }
        PollReport now = stream.getProgress();
        if (now == null) {
            return;
        }
        if (now.ended() == null) {
            progress(now);
        } else if (shown != null) {
            shown = null;
            say(ProgressLine.ofTheEnd(now, stream.getRates().values()));
        }
    }

    /** By the clock, since a report stands still while the service does not answer. */
    private void progress(PollReport now) {
        Instant at = clock.instant();
        Duration sinceShown = Duration.between(shown == null ? now.began() : shownAt, at);
        boolean isLong = now.planned() > LIVE_WINDOWS
                || Duration.between(now.began(), at).compareTo(LONG) > 0;
        if (isLong && sinceShown.compareTo(now.equals(shown) ? AT_A_STANDSTILL : EVERY) >= 0) {
            shown = now;
            shownAt = at;
            int inFlight = stream.getEndpoint().getConfiguration().getConcurrentRequests();
            say(ProgressLine.of(now, stream.getRates().values(), inFlight));
        }
    }

    /** After the stream has stopped. */
    void farewell() {
        if (introduced) {
            say(RememberedLine.atEnd(stream.getRemembered()));
        }
    }

    private void say(String text) {
        screen.say(Streams.account(stream), text);
    }
}
