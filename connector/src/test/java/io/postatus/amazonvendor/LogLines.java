/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything our code logs, down to TRACE, while it is open. */
final class LogLines implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.postatus");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Level before = ours.getLevel();

    LogLines() {
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.TRACE);
    }

    List<String> all() {
        return List.copyOf(appender.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    @Override
    public void close() {
        ours.setLevel(before);
        root.detachAppender(appender);
    }
}
