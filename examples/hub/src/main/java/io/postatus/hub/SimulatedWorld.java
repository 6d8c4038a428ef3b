/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When the simulated world began, kept in a file: a restarted simulator lives through the same life again, so the orders
 * that were told before are still there and only what happened meanwhile is news. The world is never exchanged for
 * another by itself: what is remembered of the old one would be taken for orders of the new.
 */
final class SimulatedWorld {
    /** Measured: some seconds and 250 MB to live through. */
    private static final long MOST_CHANGES = 500_000;

    private final Path file;

    SimulatedWorld(Path file) {
        this.file = file;
    }

    /** When it began; it begins now if it has not yet. */
    Instant beganBy(Instant now, double changesPerMinute) {
        try {
            Instant began = remembered();
            if (began == null) {
                return begin(now.truncatedTo(ChronoUnit.SECONDS));
            }
            check(Duration.between(began, now), changesPerMinute);
            return began;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot keep hub.simulator.world-file " + file.toAbsolutePath() + " (" + e
                            + "): name a file in a folder that this process may write to",
                    e);
        }
    }

    private Instant begin(Instant now) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, now + "\n");
        return now;
    }

    /** Null if there is none, or if a kill tore its very beginning, before anything was told of it. */
    private Instant remembered() throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "hub.simulator.world-file " + file.toAbsolutePath() + " holds no instant. " + wayOut(), e);
        }
    }

    private void check(Duration age, double changesPerMinute) {
        if (age.isNegative()) {
            throw new IllegalStateException("the simulated world in hub.simulator.world-file " + file.toAbsolutePath()
                    + " begins in the future. Put the clock right, or else: " + wayOut());
        }
        if (age.toMinutes() * changesPerMinute > MOST_CHANGES) {
            throw new IllegalStateException("the simulated world in hub.simulator.world-file " + file.toAbsolutePath()
                    + " began " + age.toDays() + " days ago, too long to live through it again. " + wayOut());
        }
    }

    private String wayOut() {
        return "To begin anew remove hub-data, or whatever hub.simulator.world-file and hub.state-file name";
    }
}
