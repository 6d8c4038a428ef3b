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
 * that were told before are still there and only what happened meanwhile is news.
 */
final class SimulatedWorld {
    /** An older world is left for a new one: it would take longer to live through it again than to read it. */
    static final Duration OLDEST = Duration.ofDays(1);

    private final Path file;

    SimulatedWorld(Path file) {
        this.file = file;
    }

    /** When it began; if there is none yet, or one too old, it begins now. */
    Instant beganBy(Instant now) throws IOException {
        Instant began = remembered();
        if (began == null || began.isAfter(now) || began.plus(OLDEST).isBefore(now)) {
            began = now.truncatedTo(ChronoUnit.SECONDS);
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, began + "\n");
        }
        return began;
    }

    private Instant remembered() throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (DateTimeException torn) {
            return null;
        }
    }
}
