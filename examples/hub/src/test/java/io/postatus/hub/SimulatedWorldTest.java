/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart finds the world that it left, or says why not: what is remembered of it fits no other. */
class SimulatedWorldTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int PACE = 20;

    @TempDir
    Path folder;

    private Path file;
    private SimulatedWorld world;

    @BeforeEach
    void begin() {
        file = folder.resolve("new/world");
        world = new SimulatedWorld(file);
        assertThat(world.beganBy(NOW, PACE)).isEqualTo(NOW);
    }

    @Test
    void aRestartFindsTheSameWorldAfterTwoWeeksToo() {
        assertThat(world.beganBy(NOW.plus(Duration.ofDays(14)), PACE)).isEqualTo(NOW);
    }

    @Test
    void aWorldTooOldToLiveThroughAgainIsRefusedWithTheWayOutAndStays() {
        assertThatThrownBy(() -> world.beganBy(NOW.plus(Duration.ofDays(60)), PACE))
                .hasMessageContaining("hub.simulator.world-file " + file)
                .hasMessageContaining("began 60 days ago")
                .hasMessageEndingWith(
                        "To begin anew remove hub-data, or whatever hub.simulator.world-file and hub.state-file name");
        assertThat(file).hasContent(NOW.toString());
        assertThat(world.beganBy(NOW.plus(Duration.ofDays(60)), 1)).isEqualTo(NOW);
    }

    @Test
    void aFileThatATornWriteLeftEmptyBeginsTheWorld() throws IOException {
        Files.writeString(file, "");
        assertThat(world.beganBy(NOW.plusSeconds(5), PACE)).isEqualTo(NOW.plusSeconds(5));
        assertThat(world.beganBy(NOW.plusSeconds(60), PACE)).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void aFutureWorldAndAFileOfSomethingElseAreRefused() throws IOException {
        assertThatThrownBy(() -> world.beganBy(NOW.minusSeconds(60), PACE))
                .hasMessageContaining("hub.simulator.world-file", "begins in the future. Put the clock right");
        Files.writeString(file, "my diary");
        assertThatThrownBy(() -> world.beganBy(NOW, PACE))
                .hasMessageContaining("hub.simulator.world-file", "holds no instant. To begin anew remove");
        assertThat(file).hasContent("my diary");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("not-a-folder"));
        assertThatThrownBy(() -> new SimulatedWorld(notAFolder.resolve("world")).beganBy(NOW, PACE))
                .hasMessageContaining("cannot keep hub.simulator.world-file " + notAFolder.resolve("world"))
                .hasMessageContaining("name a file in a folder that this process may write to");
    }
}
