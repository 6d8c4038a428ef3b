/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged while it is open, with stack traces. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private record Line(String logger, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    static LogLines captured() {
        return capturedFrom(Level.WARN);
    }

    static LogLines capturedFrom(Level level) {
        LogLines log = new LogLines();
        log.setContext(log.root.getLoggerContext());
        log.start();
        log.root.setLevel(level);
        log.root.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add(new Line(event.getLoggerName(), event.getFormattedMessage() + trace));
    }

    List<String> all() {
        return lines.stream().map(Line::text).toList();
    }

    List<String> of(String logger) {
        return lines.stream()
                .filter(line -> line.logger().equals(logger))
                .map(Line::text)
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
    }
}
