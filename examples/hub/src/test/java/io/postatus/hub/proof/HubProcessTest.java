/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.hub.Hub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub in a process of its own: what reaches it from outside, and what a kill leaves behind. */
class HubProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void environmentWinsOverCommandLineAndCommandLineOverFile() {
        Map<String, String> environment = Map.of("AMAZON_ACCOUNT", "acme-env");
        List<String> options = List.of(
                "-Damazon.account=acme-line",
                "-Dhub.state-file=command-line.db",
                "-Dhub.simulator.enabled=false",
                "-Dpartnercenter.enabled=false",
                "-Dpos.enabled=false",
                "-Damazon.base-url=http://127.0.0.1:1",
                "-Damazon.token-url=http://127.0.0.1:1/token");
        try (OtherProcess hub = OtherProcess.java(folder, environment, options, Hub.class, List.of())) {
            String first = hub.awaits(0, line -> line.contains("first start"), PATIENCE)
                    .text();
            assertThat(first).contains("acme-env");
            assertThat(folder.resolve("command-line.db")).exists();
        }
    }

    @Test
    void badConfigurationEndsTheProcessWithAMessage() {
        try (OtherProcess hub = OtherProcess.java(
                folder, List.of("-Damazon.region=XX", "-Dhub.simulator.enabled=false"), Hub.class, List.of())) {
            assertThat(hub.end()).isEqualTo(2);
            assertThat(hub.all())
                    .extracting(OtherProcess.Line::text)
                    .containsExactly("The hub cannot start. region is 'XX', allowed are NA, EU, FE. "
                            + "Set amazon.region in application.properties, by -Damazon.region=... or by "
                            + "AMAZON_REGION=... in the environment.");
        }
    }

    @Test
    void killedThreeTimesDuringTheFirstReadItTellsEverythingAndRepeatsOnlyWhatWasUnconfirmed() throws IOException {
        try (SimulatorProcess simulator = SimulatorProcess.start(folder, 7, 1_000, 60);
                Scene scene = new Scene(folder, simulator, new StateFile(folder))) {
            Ordeal ordeal = Ordeal.run(
                    scene, 7, new Ordeal.Pace(8, 150, 1), List.of(Mishap.KILLED, Mishap.KILLED, Mishap.KILLED));

            assertThat(ordeal.orders()).isGreaterThanOrEqualTo(1_000);
            assertThat(ordeal.kills()).isEqualTo(3);
            assertHolds(ordeal);
            assertThat(ordeal.refused()).isZero();
        }
    }

    @Test
    void onPostgresItOutlivesKillsOfItselfAndOfTheDatabase() throws IOException {
        try (SimulatorProcess simulator = SimulatorProcess.start(folder, 3, 500, 600);
                Database database = Database.in(folder);
                Scene scene = new Scene(folder, simulator, database)) {
            Ordeal ordeal = Ordeal.run(
                    scene,
                    3,
                    new Ordeal.Pace(5, 300, 500),
                    List.of(Mishap.KILLED, Mishap.DATABASE_KILLED, Mishap.KILLED));

            assertThat(ordeal.kills()).isEqualTo(2);
            assertHolds(ordeal);
        }
    }

    @Test
    void hubThatWasFrozenAndFollowedWritesNothingStale() throws IOException {
        try (SimulatorProcess simulator = SimulatorProcess.start(folder, 5, 500, 600);
                Database database = Database.in(folder)) {
            Succession succession = Succession.run(folder, simulator, database, 5, List.of(Succession.Lease.IS_VOIDED));

            assertThat(succession.missing()).isZero();
            assertThat(succession.fallen()).isZero();
            assertThat(succession.writes()).isPositive();
            assertThat(succession.staleWrites()).isZero();
            assertThat(succession.twoTellers()).isZero();
            assertThat(succession).matches(Succession::holds, "holds");
        }
    }

    /** The limit on the size of files is what every user may set; what it does to a write is what a full disk does. */
    @Test
    void fullDiskStopsPollsWithTheReasonAndLosesNothing() throws IOException {
        try (SimulatorProcess simulator = SimulatorProcess.start(folder, 9, 300, 600);
                Scene scene = new Scene(folder, simulator, new StateFile(folder))) {
            scene.awaitRequests(4);
            int said = scene.hub().said();
            scene.hub().fillDisk();
            Patience.until("it says so", () -> scene.hub().saidSince(said).stream()
                    .anyMatch(line -> line.contains("the poll failed")));
            assertThat(scene.hub().saidSince(said)).anySatisfy(line -> assertThat(line)
                    .contains("amazonvendor/acme-de/default: the poll failed and is tried again")
                    .contains("What was not committed is tried again")
                    .contains("that its disk has room"));
            long asked = scene.traffic().requests();
            int lines = Told.lines(scene.events());
            Patience.passes(1_500);
            assertThat(scene.traffic().requests()).as("polls stop").isEqualTo(asked);
            assertThat(Told.lines(scene.events())).as("nothing is told").isEqualTo(lines);

            scene.hub().emptyDisk();

            Ordeal ordeal = Ordeal.run(scene, 9, new Ordeal.Pace(1, 1, 1), List.of());
            assertThat(ordeal.events()).isGreaterThan(lines);
            assertThat(ordeal.missing()).isZero();
            assertThat(ordeal.invented()).isZero();
            assertThat(ordeal.fallen()).isZero();
        }
    }

    private static void assertHolds(Ordeal ordeal) {
        assertThat(ordeal.missing()).isZero();
        assertThat(ordeal.invented()).isZero();
        assertThat(ordeal.fallen()).isZero();
        assertThat(ordeal.sameAgain()).isZero();
        assertThat(ordeal.unbounded()).isEmpty();
        assertThat(ordeal).matches(Ordeal::holds, "holds");
    }
}
