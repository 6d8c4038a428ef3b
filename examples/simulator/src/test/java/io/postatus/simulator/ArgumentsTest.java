/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--ports 1 | unknown argument --ports; known are [--port,",
                "--port | --port needs a value",
                "--port 70000 | --port 70000 is not a whole number between 0 and 65535",
                "--accounts none | --accounts none is not a whole number between 1 and 10000",
                "--changes-per-minute -1 | --changes-per-minute -1 is not a number between 0.0 and 60000.0",
                "--since yesterday | --since yesterday is not an instant such as",
                "--rate x | --rate x is not a number between",
                "--bounds open | --bounds open is not one of exclusive, inclusive",
                "--pos-zone Mars | --pos-zone Mars is not a zone such as America/New_York",
                "--pos-row-order upwards | --pos-row-order upwards is not one of by-number, latest-first, moving",
                "--fault gremlins | unknown fault gremlins; known are rate-limited,",
                "--partner-customers few | --partner-customers few is not a whole number between 0 and 1000000",
                "--partner-list-lag -PT1M | --partner-list-lag -PT1M is not a duration such as PT15M",
                "--fault bom:2 | --fault 2 is not a number between 0.0 and 1.0",
            })
    void aBadArgumentIsNamedWithWhatItMayBe(String line, String message) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void everyArgumentIsRead(@TempDir Path folder) {
        Path truth = folder.resolve("truth.jsonl");
        String line = "--port 0 --seed 7 --accounts 2 --orders 10 --days 30 --changes-per-minute 5 --rate 20 --burst 30"
                + " --bounds inclusive --fault bom --fault internal-error:0.5 --since "
                + Instant.now().minusSeconds(60) + " --truth " + truth + " --pos-subscribers 2 --pos-orders 12"
                + " --pos-days 20 --pos-changes-per-minute 5 --pos-zone America/New_York --pos-per-minute 100"
                + " --pos-row-order latest-first";
        try (Simulator simulator = Arguments.parse(line.split(" ")).build().start()) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            SimulatorMain.introduce(simulator, new PrintStream(said, true, StandardCharsets.UTF_8));

            assertThat(said.toString(StandardCharsets.UTF_8).lines())
                    .contains(
                            "amazon base-url=http://127.0.0.1:" + simulator.port() + " token-url=http://127.0.0.1:"
                                    + simulator.port() + "/auth/o2/token",
                            "amazon account=ACME1 client-id=amzn1.application-oa2-client.acme1"
                                    + " client-secret=amzn1.oa2-cs.v1.acme1 refresh-token=Atzr|acme1",
                            "amazon account=ACME2 client-id=amzn1.application-oa2-client.acme2"
                                    + " client-secret=amzn1.oa2-cs.v1.acme2 refresh-token=Atzr|acme2",
                            "pos base-url=http://127.0.0.1:" + simulator.port(),
                            "pos subscriber=tickets-1 token=token-tickets-1 secret=secret-tickets-1",
                            "pos subscriber=tickets-2 token=token-tickets-2 secret=secret-tickets-2");
            assertThat(simulator.truth().latestVisible("ACME2")).hasSizeGreaterThanOrEqualTo(10);
            assertThat(simulator.truth().latestVisible("tickets-2")).hasSizeGreaterThanOrEqualTo(12);
            assertThat(truth).isNotEmptyFile();
        }
    }

    @Test
    void oneCommandStartsPartnerCenterToo() {
        String line = "--orders 0 --partner-tenants 2 --partner-customers 3 --partner-orders 4"
                + " --partner-changes-per-hour 0 --partner-rate 100 --partner-list-lag PT5M";
        try (Simulator simulator = Arguments.parse(line.split(" ")).build().start()) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            SimulatorMain.introduce(simulator, new PrintStream(said, true, StandardCharsets.UTF_8));

            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("partner-center base-url=http://127.0.0.1:" + simulator.port())
                    .contains("partner-center tenant=contoso1 tenant-id=", "client-secret=8Q~contoso2~secret")
                    .contains("refresh-token=0.AX-contoso1", "/oauth2/v2.0/token");
            assertThat(simulator.truth().latestVisible("contoso2")).hasSize(12);
        }
    }

    @Test
    void helpNamesEveryArgumentAndEveryFault() {
        assertThat(Arguments.HELP).contains("--changes-per-minute", "--sandbox", "rate-limited", "gzip-bomb");
    }
}
