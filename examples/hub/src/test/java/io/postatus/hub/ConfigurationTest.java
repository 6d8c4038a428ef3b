/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work fails at the start, by the option's name and what it can be. */
class ConfigurationTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amazon.refresh-token | | amazonvendor needs the option refreshToken",
                "amazon.account | | account",
                "amazon.window-size | P8D | windowSize is PT192H, allowed is PT1M (a minute) to P7D (7 days)",
                "amazon.region | XX | region is 'XX', allowed are NA, EU, FE",
                "amazon.start-from | yesterday | startFrom is 'yesterday', allowed are now, a duration back from now",
                "amazon.delay | soon | delay is 'soon', allowed is a time such as 30s, 5m or PT5M",
                "amazon.base-url | nonsense | baseUrl is 'nonsense', allowed is http:// or https:// with a host",
                "hub.simulator.enabled | perhaps | hub.simulator.enabled is 'perhaps', allowed are true and false",
                "hub.simulator.port | 70000 | hub.simulator.port is '70000', allowed is a whole number from 1 to 65535",
                "hub.simulator.orders | many | hub.simulator.orders is 'many', allowed is a whole number from 0",
            })
    void isNamedWithWhatIsAllowed(String property, String value, String message) {
        try (TestHub hub = TestHub.in(folder)
                .set("hub.simulator.enabled", property.startsWith("hub."))
                .set(property, value == null ? "" : value)) {
            Throwable failure = catchThrowable(hub::start);
            assertThat(failure).isNotNull();
            assertThat(Reasons.of(failure)).contains(message);
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
}
