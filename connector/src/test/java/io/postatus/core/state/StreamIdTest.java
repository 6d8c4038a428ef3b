/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StreamIdTest {

    @Test
    void itsPartsCanBeToldFromEachOther() {
        assertThat(new StreamId("pos", "Acme.EU-1", "to_erp")).hasToString("pos/Acme.EU-1/to_erp");

        assertThatThrownBy(() -> new StreamId("pos/1", "acme", "default")).hasMessageContaining("vendor is 'pos/1'");
        assertThatThrownBy(() -> new StreamId("pos", "", "default")).hasMessageContaining("account is ''");
        assertThatThrownBy(() -> new StreamId("pos", "acme", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "subscription is 'null', allowed are 1 to 100 letters, digits, dots, underscores and dashes");
    }

    @Test
    void aPartHasAtMostAHundredLetters() {
        assertThat(new StreamId("pos", "a".repeat(100), "default").account()).hasSize(100);
        assertThatThrownBy(() -> new StreamId("pos", "a".repeat(101), "default"))
                .hasMessageContaining("1 to 100 letters");
    }
}
