/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work fails at the start: by the connector's option, what it can be, and the hub's property to set it by. */
class ConfigurationTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amazon.refresh-token | | amazonvendor needs the option refreshToken",
                "amazon.account | | account is ''",
                "amazon.window-size | P8D | windowSize is PT192H, allowed is PT1M (a minute) to P7D (7 days)",
                "amazon.region | XX | region is 'XX', allowed are NA, EU, FE",
                "amazon.start-from | yesterday | startFrom is 'yesterday', allowed are now, a duration back from now",
                "amazon.lookback | x | lookback is 'x', allowed is a time such as 30s",
                "amazon.concurrent-requests | 9 | concurrentRequests is 9, allowed are 1 to 3",
                "amazon.max-unconfirmed | 0 | maxUnconfirmed is 0, allowed is 1 or more",
                "amazon.delay | soon | delay is 'soon', allowed is a time such as 30s, 5m or PT5M",
                "amazon.base-url | nonsense | baseUrl is 'nonsense', allowed is http:// or https:// with a host",
                "partnercenter.account | | account is ''",
                "partnercenter.cloud | mars | cloud is 'mars', allowed are global, usGov, china",
                "partnercenter.client-secret | | partnercenter needs the option clientSecret",
                "partnercenter.customer-interval | 1ms | customerInterval is PT0.001S, allowed is openOrderInterval",
                "partnercenter.requests-per-minute | 501 | requestsPerMinute is 501, allowed are 1 to 500",
                "amazon.client-secret | | amazonvendor needs the option clientSecret",
                "pos.start-from | tomorrow | startFrom is 'tomorrow', allowed are now, a duration back from now",
                "pos.account | a/b | account is 'a/b', allowed are 1 to 100 letters",
                "pos.secret-key | | pos needs the option secretKey",
                "pos.time-zone | Mars | timeZone is 'Mars', allowed is a zone such as UTC",
                "pos.window-size | 1m | windowSize is PT1M, allowed is PT10M",
                "pos.requests-per-second | 99 | requestsPerSecond is 99.0, allowed is 0.01 to 50.0",
                "pos.statuses | Closed=done | statuses has 'Closed=done', allowed are pairs such as",
                "hub.state-file | | stateStore is 'sqlite:', allowed are memory, sqlite:PATH",
            })
    void optionIsNamedWithWhatIsAllowedAndThePropertyThatSetsIt(String property, String value, String message) {
        try (TestHub hub = hub().set(property, value == null ? "" : value)) {
            assertThat(hub.refusal())
                    .contains(message)
                    .contains(". Set " + property + " in application.properties, by -D" + property + "=... or by ")
                    .endsWith("=... in the environment.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hub.simulator.enabled | perhaps | hub.simulator.enabled is 'perhaps', allowed are true and false",
                "hub.simulator.port | 70000 | hub.simulator.port is '70000', allowed is a whole number from 1 to 65535",
                "hub.simulator.pos-orders | many | hub.simulator.pos-orders is 'many', allowed is a whole number from 0",
                "pos.enabled | perhaps | pos.enabled is 'perhaps', allowed are true and false",
            })
    void propertyOfTheHubIsNamedWithWhatIsAllowed(String property, String value, String message) {
        try (TestHub hub = TestHub.in(folder).set(property, value)) {
            assertThat(hub.refusal()).startsWith(message);
        }
    }

    @Test
    void aHubWithoutAnythingToPollIsRefused() {
        try (TestHub hub = hub().only("none")) {
            assertThat(hub.refusal())
                    .isEqualTo("there is nothing to poll: amazon.enabled, partnercenter.enabled and pos.enabled are all"
                            + " false");
        }
    }

    @Test
    void propertyThatDoesNotExistIsNamedWithThoseThatDo() {
        Properties given = new Properties();
        given.setProperty("amazon.regoin", "EU");
        assertThatThrownBy(() -> KnownProperties.check(given))
                .hasMessageContaining("there is no property amazon.regoin; known are [amazon.account,")
                .hasMessageContaining("amazon.region");
    }

    @Test
    void portInUseIsNamedWithItsProperty() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TestHub hub = TestHub.in(folder).set("hub.simulator.port", other.getLocalPort())) {
            assertThat(hub.refusal())
                    .contains("cannot listen on hub.simulator.port " + other.getLocalPort())
                    .contains("is another hub running? Else choose another port");
        }
    }

    @Test
    void stateFileWhereNothingCanBeWrittenIsNamedWithItsProperty() throws IOException {
        Path file = notAFolder().resolve("state.db");
        try (TestHub hub = hub().set("hub.state-file", file)) {
            assertThat(hub.refusal())
                    .contains(file.toString())
                    .contains("name a file in a folder that this process may write to. Set hub.state-file in ");
        }
    }

    @Test
    void stateFileOfSomethingElseIsNamedWithItsPropertyAndLeftAsItIs() throws IOException {
        Path diary = Files.writeString(folder.resolve("diary.txt"), "Dear diary, ".repeat(500));
        try (TestHub hub = hub().set("hub.state-file", diary)) {
            assertThat(hub.refusal())
                    .contains(diary.toString(), "file is not a database")
                    .contains(" Set hub.state-file in application.properties");
        }
        assertThat(diary).hasContent("Dear diary, ".repeat(500));
    }

    @Test
    void eventsThatCannotBeWrittenAreNoticedBeforeAnythingIsRead() throws IOException {
        try (TestHub hub = hub().set("hub.events-folder", notAFolder())) {
            assertThat(hub.refusal())
                    .contains("cannot append to " + notAFolder().resolve("events.jsonl"))
                    .contains("name a folder that this process may write to by hub.events-folder");
            assertThat(hub.printed()).isEmpty();
        }
    }

    /** Nobody answers it, and nobody has to. */
    private TestHub hub() {
        return TestHub.in(folder).set("hub.simulator.enabled", false);
    }

    /** A file in a folder's place is in the way of everybody, root included, whom a read-only folder does not stop. */
    private Path notAFolder() throws IOException {
        Path file = folder.resolve("not-a-folder");
        return Files.exists(file) ? file : Files.createFile(file);
    }
}
