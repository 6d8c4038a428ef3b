/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state file among real processes. */
class SqliteFileProcessTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesKill9() throws Exception {
        for (int kill = 1; kill <= 3; kill++) {
            long acknowledged = countAndKill(30 * kill);

            try (PollState state = SqliteFile.open(file())) {
                long found = state.load(StateFixture.STREAM, "key").confirmed();
                assertThat(found).isBetween(acknowledged, acknowledged + 1);
                assertThat(counter(state)).as("one transaction").isEqualTo(found);
            }
        }
    }

    @Test
    void aSecondProcessIsRefusedWithTheWaysOut() throws Exception {
        PollState state = SqliteFile.open(file());
        refusedOnce();
        assertThatThrownBy(() -> SqliteFile.open(file())).hasMessageContaining("another Camel context");
        refusedOnce(); // had the second try in this process dropped its lock, the other would get in now
        state.close();

        try (OtherProcess other = OtherProcess.on(file())) {
            assertThat(other.says()).isEqualTo("1");
            assertThatThrownBy(() -> SqliteFile.open(file())).hasMessageContaining("another process");
        }
        SqliteFile.open(file()).close();
    }

    @Test
    void aKilledHolderIsFollowedAtOnceAndFencedOff() throws Exception {
        countAndKill(1);

        try (PollState state = SqliteFile.open(file())) {
            Lease next = state.acquire(StateFixture.STREAM, "next", Duration.ofMinutes(1))
                    .orElseThrow();

            assertThat(next.epoch()).isEqualTo(2);
        }
    }

    private void refusedOnce() throws Exception {
        try (OtherProcess other = OtherProcess.on(file())) {
            assertThat(other.says())
                    .contains(file().toRealPath().toString(), "another process", ".lock")
                    .contains("stateStore=sqlite:PATH");
            assertThat(other.exitCode()).isEqualTo(3);
        }
    }

    /** The last count that it said before it died. */
    private long countAndKill(int counts) throws Exception {
        try (OtherProcess other = OtherProcess.on(file())) {
            String last = null;
            int heard = 0;
            for (String count = other.says(); count != null; count = other.says()) {
                last = count;
                if (++heard == counts) {
                    other.kill();
                }
            }
            return Long.parseLong(last);
        }
    }

    private static long counter(PollState state) {
        return state.find(StateFixture.STREAM, List.of("counter"))
                .get("counter")
                .sequence();
    }

    private Path file() {
        return folder.resolve("state.db");
    }
}
