/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Windows on so few seconds that they often touch, overlap and repeat. */
public final class Windows {
    private static final int SECONDS = 40;

    public static final List<Instant> INSTANTS =
            LongStream.rangeClosed(0, SECONDS).mapToObj(Instant::ofEpochSecond).toList();

    private Windows() {}

    public static Arbitrary<TimeWindow> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, SECONDS - 1),
                        Arbitraries.integers().between(1, 15))
                .as((from, length) -> new TimeWindow(
                        Instant.ofEpochSecond(from), Instant.ofEpochSecond(Math.min(SECONDS, from + length))));
    }
}
