/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Looks for a scene's secrets in all that is logged, by us down to TRACE, for as long as the scene lasts. */
final class SecretsWatch extends AppenderBase<ILoggingEvent> {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.postatus");
    private final Level before = ours.getLevel();
    private final Supplier<List<String>> secrets;
    private final List<String> found = Collections.synchronizedList(new ArrayList<>());

    /** @param secrets asked once there is something to look at */
    SecretsWatch(Supplier<List<String>> secrets) {
        this.secrets = secrets;
        ours.setLevel(Level.TRACE);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        String text = event.getFormattedMessage() + trace;
        if (secrets.get().stream().anyMatch(text::contains)) {
            found.add(text);
        }
    }

    /** Ends the watch: nothing was found. */
    void end() {
        root.detachAppender(this);
        ours.setLevel(before);
        assertThat(found).as("what shows a secret").isEmpty();
    }
}
