/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A service that never ends a slice must not keep the stream for ever. */
class SliceReadingTest {
    private final SliceReading reading = new SliceReading(new Slice.CustomerList());

    @Test
    void tenThousandPagesAreReadAndNotOneMore() {
        reading.pages = 9_999;
        assertThat(reading.turn(PageToken.of("9999"))).isNull();
        reading.pages = 10_000;
        assertThat(reading.turn(PageToken.of("10000"))).isEqualTo("more than 10000 pages in one slice");
    }

    /** The last page was taken for one too many. */
    @Test
    void aSliceOfTenThousandPagesIsReadToTheEnd() {
        reading.pages = 10_000;
        assertThat(reading.turn(null)).isNull();
        assertThat(reading.isReadToTheEnd()).isTrue();
    }
}
