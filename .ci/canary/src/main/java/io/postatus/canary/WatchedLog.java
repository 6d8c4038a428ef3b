/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;

/**
 * Looks at what we log, down to TRACE unless a test has switched the logger off, and at what others log from INFO up, or
 * lower where that is switched on. A filter sees this before levels are asked, so that none has to be changed: the screen
 * and the tests that listen hear what they would.
 */
final class WatchedLog extends TurboFilter {
    private static final String OURS = "io.postatus";

    private final Sightings sightings;

    private WatchedLog(Sightings sightings) {
        this.sightings = sightings;
    }

    static void install(Sightings sightings) {
        WatchedLog watch = new WatchedLog(sightings);
        watch.start();
        context().addTurboFilter(watch);
    }

    /** Whoever sets up logging anew throws out its filters, too. */
    static void assertListens() {
        boolean listens = context().getTurboFilterList().stream().anyMatch(WatchedLog.class::isInstance);
        if (!listens) {
            throw new AssertionError(
                    "Logging was set up anew in this JVM, and nobody looks for secrets in it any more");
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable failure) {
        Level heard = logger.getEffectiveLevel();
        boolean ours = logger.getName().startsWith(OURS) && heard != Level.OFF;
        if (format == null && failure == null) {
            // Only asks whether it would be heard. Ours is, by this watch.
            return ours ? FilterReply.ACCEPT : FilterReply.NEUTRAL;
        }
        if (ours || level.isGreaterOrEqual(Level.INFO) || level.isGreaterOrEqual(heard)) {
            FormattingTuple line = MessageFormatter.arrayFormat(format, arguments);
            look("Logger " + logger.getName(), line.getMessage(), failure == null ? line.getThrowable() : failure);
        }
        return FilterReply.NEUTRAL;
    }

    private void look(String where, String line, Throwable failure) {
        sightings.look(where, Thread.currentThread().getName());
        sightings.look(where, String.valueOf(line));
        look(where, failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** All that a stack trace shows but its frames. */
    private void look(String where, Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        sightings.look(where, failure.toString());
        look(where, failure.getCause(), seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            look(where, suppressed, seen);
        }
    }
}
