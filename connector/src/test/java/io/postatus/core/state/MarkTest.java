/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void theEpochCountsBeforeTheClockOfTheProcess() {
        List<Mark> inOrder = List.of(new Mark(1, 8), new Mark(1, 9), new Mark(2, -5));

        for (int i = 1; i < inOrder.size(); i++) {
            assertThat(inOrder.get(i).isAfter(inOrder.get(i - 1))).isTrue();
            assertThat(inOrder.get(i - 1).isAfter(inOrder.get(i))).isFalse();
            assertThat(inOrder.get(i).isAfter(inOrder.get(i))).isFalse();
        }
        assertThat(inOrder).isSorted();
    }
}
