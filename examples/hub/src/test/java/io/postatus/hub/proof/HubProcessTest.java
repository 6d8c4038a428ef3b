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
        try (SimulatorProcess simulator = SimulatorProcess.start(folder, 7, 2_000, 60)) {
            KillProof proof = KillProof.run(folder, simulator, 7, 3, 8);

            assertThat(proof.orders()).isGreaterThanOrEqualTo(2_000);
            assertThat(proof.missing()).isZero();
            assertThat(proof.sameAgain()).isZero();
            assertThat(proof.refused()).isZero();
            assertThat(proof.kills()).hasSize(3).allSatisfy(kill -> assertThat(kill.repeats())
                    .isLessThanOrEqualTo((int) kill.unconfirmed()));
        }
    }
}
