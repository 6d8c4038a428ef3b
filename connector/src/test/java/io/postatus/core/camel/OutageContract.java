/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.RimFixture.consumer;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.postatus.simulator.Fault;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a service does on its bad days, and that nothing is lost, doubled or given away by it. */
interface OutageContract extends RimFixture {

    @ParameterizedTest
    @EnumSource(
            names = {
                "RATE_LIMITED",
                "INTERNAL_ERROR",
                "UNAVAILABLE",
                "UNAVAILABLE_WITHOUT_JSON",
                "CONNECTION_RESET",
                "TRUNCATED_BODY",
                "REDIRECT",
                "GZIP_BOMB"
            })
    default void outageIsSurvived(Fault outage) {
        List<String> numbers = place(3);
        vendor().simulator.faults().next(outage).times(2);
        DefaultCamelContext camel = poll("");

        told().number(3);
        assertNothingFurtherIsTold(camel);
        assertThat(told().all())
                .extracting(change -> change.current().purchaseOrderNumber())
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(consumer(camel).getLastFailure()).isEmpty();
    }

    @Test
    default void answerThatDripsIsCutOff() {
        vendor().place();
        vendor().simulator.faults().always(Fault.SLOW_DRIP);
        DefaultCamelContext camel = poll("&requestTimeout=300");

        soon().until(() -> consumer(camel).getFailuresInARow() > 0);
        assertThat(told().all()).isEmpty();
        vendor().simulator.faults().clear();
        told().number(1);
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void expiredTokenIsExchangedOnce() {
        assumeThat(vendor().expiredToken())
                .as("the service has tokens that expire")
                .isPresent();
        vendor().expiredToken().ifPresent(vendor().simulator.faults()::next);
        vendor().place();
        DefaultCamelContext camel = poll("");

        told().number(1);
        assertNothingFurtherIsTold(camel);
        assertThat(vendor().tokenCalls()).isEqualTo(2);
        assertThat(vendor().log.warnings()).noneMatch(line -> line.contains("denied access"));
    }
}
