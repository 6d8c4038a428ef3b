/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import io.postatus.core.camel.StatusConsumer;
import io.postatus.core.poll.PollReport;
import java.time.Duration;

/** Watches one stream and says on the screen what it goes on from, how far a long read has come, and how it ended. */
final class ProgressWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Live polls read one window or two; more is catching up, which a person wants to see at once. */
    private static final int LIVE_WINDOWS = 2;

    private static final Duration LONG = Duration.ofSeconds(5);

    private final StatusConsumer stream;
    private final Screen screen;
    private boolean introduced;
    private PollReport shown;

    ProgressWatch(StatusConsumer stream, Screen screen) {
        this.stream = stream;
        this.screen = screen;
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

    private void progress(PollReport now) {
        Duration sinceShown = Duration.between(shown == null ? now.began() : shown.at(), now.at());
        Duration elapsed = Duration.between(now.began(), now.at());
        boolean isLong = now.planned() > LIVE_WINDOWS || elapsed.compareTo(LONG) > 0;
        if (isLong && sinceShown.compareTo(EVERY) >= 0) {
            shown = now;
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
