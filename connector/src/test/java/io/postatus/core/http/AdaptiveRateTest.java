/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveRateTest {

    private final AdaptiveRate rate = new AdaptiveRate(10);

    @ParameterizedTest(name = "reports {0} -> {1}/s")
    @CsvSource({
        "'', 10",
        "5, 5",
        "5 10, 5",
        "5 10 10, 5",
        "5 10 10 10, 10",
        "5 10 9 10, 5",
        "5 10 10 5 10 10, 5",
        "5 8 8 8, 8",
        "5 3, 3",
        "20 20 20 20, 10",
        "5 20 30 40, 10"
    })
    void goesDownAtOnceAndUpAfterThreeEqualReportsButNotPastWhatIsConfigured(String reports, double perSecond) {
        for (String report : reports.split(" ")) {
            if (!report.isEmpty()) {
                rate.reported(Double.parseDouble(report));
            }
        }
        assertThat(rate.at(0)).isEqualTo(perSecond * 0.998);
    }

    @ParameterizedTest(name = "{0} refusals, {1} later -> {2}/s")
    @CsvSource({
        "1, PT0S, 5",
        "2, PT0S, 2.5",
        "3, PT0S, 1.25",
        "9, PT0S, 1",
        "1, PT9.999S, 5",
        "1, PT10S, 5.5",
        "1, PT50S, 7.5",
        "1, PT100S, 10",
        "1, PT1H, 10"
    })
    void aRefusalHalvesWithAFloorAndTimeBringsItBackInSteps(int refusals, Duration later, double perSecond) {
        for (int i = 0; i < refusals; i++) {
            rate.halve(0);
        }
        assertThat(rate.at(later.toNanos())).isCloseTo(perSecond * 0.998, Offset.offset(1e-9));
    }
}
