/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Looks for the credentials of application.properties in all that a hub logs, down to TRACE, prints and writes. */
final class SecretsWatch extends AppenderBase<ILoggingEvent> {
    /** Client secrets, refresh tokens, access tokens and keys, by how they begin. */
    private static final List<String> SECRETS =
            List.of("amzn1.oa2-cs", "Atzr|", "Atza|", "8Q~", "0.AX-", "secret-tickets");

    /** The simulator's own: a service knows its accounts. */
    private static final String WORLD = "world";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.postatus");
    private final Level before = ours.getLevel();
    private final List<String> found = Collections.synchronizedList(new ArrayList<>());

    static {
        // The screen goes on showing what it shows.
        ThresholdFilter usual = new ThresholdFilter();
        usual.setLevel("INFO");
        usual.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .iteratorForAppenders()
                .forEachRemaining(screen -> screen.addFilter(usual));
    }

    SecretsWatch() {
        ours.setLevel(Level.TRACE);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        look(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            look(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    private void look(String text) {
        SECRETS.stream().filter(text::contains).forEach(secret -> found.add(secret + " in: " + text));
    }

    /** Ends the watch: nothing was found, neither so far nor in these lines and files. */
    void end(List<String> printed, Path folder) {
        root.detachAppender(this);
        ours.setLevel(before);
        printed.forEach(this::look);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(WORLD))
                    .toList()) {
                look(file + ": " + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new AssertionError("the hub's files cannot be looked at", e);
        }
        assertThat(found).as("secrets").isEmpty();
    }
}
