/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** Everything our code logs, down to TRACE, and what Camel tells, while it is open. */
final class LogLines implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.postatus");
    private final Logger camels = (Logger) LoggerFactory.getLogger("org.apache.camel");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Level before = ours.getLevel();
    private final Level camelsBefore = camels.getLevel();

    LogLines() {
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.TRACE);
        camels.setLevel(Level.INFO);
    }

    List<String> all() {
        return lines(event -> true);
    }

    /** What a person who looks at warnings and errors sees. */
    List<String> warnings() {
        return lines(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private List<String> lines(Predicate<ILoggingEvent> wanted) {
        List<ILoggingEvent> events;
        synchronized (appender) {
            events = List.copyOf(appender.list);
        }
        return events.stream()
                .filter(wanted)
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    @Override
    public void close() {
        ours.setLevel(before);
        camels.setLevel(camelsBefore);
        root.detachAppender(appender);
    }
}
