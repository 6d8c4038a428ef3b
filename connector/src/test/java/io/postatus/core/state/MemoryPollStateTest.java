/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryPollStateTest extends PollStateContract {

    @Override
    PollState empty(SettableClock clock) {
        return new MemoryPollState(clock);
    }

    /** A simulated crash closes the store and goes on with what was written. */
    @Test
    void closingForgetsNothing() {
        state().save(acquire("a"), List.of(OrderState.unknown("1")), 0);
        state().close();

        assertThat(find("1")).isNotNull();
    }
}
