/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart finds the world that it left, unless that is too old or its file is no good. */
class SimulatedWorldTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private SimulatedWorld world;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("new/world");
        world = new SimulatedWorld(file);
        assertThat(world.beganBy(NOW)).isEqualTo(NOW);
    }

    @Test
    void aRestartFindsTheSameWorld() throws IOException {
        assertThat(world.beganBy(NOW.plus(Duration.ofHours(23)))).isEqualTo(NOW);
    }

    @Test
    void anOldWorldIsLeftForANewOne() throws IOException {
        Instant later = NOW.plus(Duration.ofHours(25));
        assertThat(world.beganBy(later)).isEqualTo(later);
        assertThat(world.beganBy(later.plusSeconds(60))).isEqualTo(later);
    }

    @Test
    void aTornOrFutureFileIsReplaced() throws IOException {
        Files.writeString(file, "2026-03-0");
        assertThat(world.beganBy(NOW)).isEqualTo(NOW);
        assertThat(world.beganBy(NOW.minusSeconds(60))).isEqualTo(NOW.minusSeconds(60));
    }
}
