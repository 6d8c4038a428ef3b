/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntervalsTest {

    @Property
    void theOrderOfAddingDoesNotMatter(@ForAll("windows") List<TimeWindow> windows, @ForAll long seed) {
        List<TimeWindow> shuffled = new ArrayList<>(windows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(sum(shuffled)).isEqualTo(sum(windows));
    }

    @Property
    void addingTwiceIsAddingOnce(@ForAll("windows") List<TimeWindow> windows) {
        Intervals sum = sum(windows);

        assertThat(windows).allSatisfy(window -> assertThat(sum.plus(window)).isEqualTo(sum));
    }

    @Property
    void windowsAreSortedAndNeitherOverlapNorTouch(@ForAll("windows") List<TimeWindow> windows) {
        List<TimeWindow> kept = sum(windows).windows();

        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.get(i - 1).to()).isBefore(kept.get(i).from());
        }
    }

    @Property
    void anInstantIsInTheSumIffItIsInAWindow(@ForAll("windows") List<TimeWindow> windows) {
        Intervals sum = sum(windows);

        assertThat(Windows.INSTANTS)
                .allSatisfy(instant -> assertThat(sum.windows().stream().anyMatch(window -> window.contains(instant)))
                        .isEqualTo(windows.stream().anyMatch(window -> window.contains(instant))));
    }

    @Property
    void gapsAndWindowsTileTheWholeExactly(
            @ForAll("windows") List<TimeWindow> windows, @ForAll("window") TimeWindow within) {
        Intervals sum = sum(windows);
        List<TimeWindow> tiles = new ArrayList<>(sum.gaps(within));
        sum.windows().forEach(window -> window.intersect(within).ifPresent(tiles::add));
        tiles.sort(Comparator.comparing(TimeWindow::from));

        assertThat(tiles.get(0).from()).isEqualTo(within.from());
        assertThat(tiles.get(tiles.size() - 1).to()).isEqualTo(within.to());
        for (int i = 1; i < tiles.size(); i++) {
            assertThat(tiles.get(i).from()).isEqualTo(tiles.get(i - 1).to());
        }
    }

    @Provide
    static Arbitrary<TimeWindow> window() {
        return Windows.any();
    }

    @Provide
    static Arbitrary<List<TimeWindow>> windows() {
        return Windows.any().list().ofMaxSize(12);
    }

    private static Intervals sum(List<TimeWindow> windows) {
        Intervals sum = Intervals.NONE;
        for (TimeWindow window : windows) {
            sum = sum.plus(window);
        }
        return sum;
    }
}
