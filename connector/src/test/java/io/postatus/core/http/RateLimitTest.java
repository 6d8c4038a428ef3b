/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    @Test
    void leavesRoomInTheServicesBurstForWhatIsOnTheWay() {
        assertThat(new RateLimit(10, 10, 3).clientBurst()).isEqualTo(7);
    }

    @ParameterizedTest(name = "{0}/s, burst {1}, senders {2} is possible")
    @CsvSource({"0.001, 10, 3", "10000, 10, 3", "10, 2, 1", "10, 10, 9"})
    void allowsWhatIsPossible(double rate, int burst, int senders) {
        assertThat(new RateLimit(rate, burst, senders).perSecond()).isEqualTo(rate);
    }

    @ParameterizedTest(name = "{0}/s, burst {1}, senders {2}: {3}")
    @CsvSource({
        "0, 10, 3, 0.001 to 10000",
        "-1, 10, 3, 0.001 to 10000",
        "10000.001, 10, 3, 0.001 to 10000",
        "NaN, 10, 3, 0.001 to 10000",
        "Infinity, 10, 3, 0.001 to 10000",
        "10, 1, 1, 2 at least",
        "10, 10, 0, 1 to 9",
        "10, 10, 10, 1 to 9"
    })
    void namesWhatIsAllowed(double rate, int burst, int senders, String allowed) {
        assertThatThrownBy(() -> new RateLimit(rate, burst, senders))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(allowed);
    }
}
