/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void aFailureIsToldByItsMessageAndWithoutOneByItsName() {
        assertThat(Reason.of(new IllegalStateException("the pool is full"))).isEqualTo("the pool is full");
        assertThat(Reason.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
