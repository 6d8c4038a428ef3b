/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorExtensionTest {
    @RegisterExtension
    final SimulatorExtension extension =
            new SimulatorExtension(builder -> builder.clock(SettableClock.at("2026-03-02T10:00:00Z")));

    @RepeatedTest(2)
    void eachTestHasItsOwnStartedSimulator(Simulator simulator, SettableClock clock) {
        assertThat(simulator.port()).isPositive();
        assertThat(simulator.clock()).isSameAs(clock);
        assertThat(simulator.truth().entries()).isEmpty();
        simulator.amazon().account("ACME1").place(order -> order.line("B0EXAMPLE1", 1));
        assertThat(simulator.truth().entries()).hasSize(1);
    }
}
