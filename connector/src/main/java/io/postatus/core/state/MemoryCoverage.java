/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What one stream read on one axis, in memory: the sum, kept ready, and the closings it came from. */
final class MemoryCoverage {
    private static final Comparator<Closing> NEWEST_FIRST = Comparator.comparing(
                    (Closing closing) -> closing.evidence().closed())
            .reversed();

    private Coverage coverage = Coverage.NONE;
    private List<Closing> rolledUp = List.of();
    private final List<Closing> single = new ArrayList<>();

    Coverage coverage() {
        return coverage;
    }

    void add(Closing closing, Instant now) {
        coverage = closing.creditTo(coverage);
        single.add(closing);
        Instant before = now.minus(RollUp.AFTER);
        if (single.size() > RollUp.MORE_THAN && isOld(single.get(RollUp.MORE_THAN), before)) {
            rollUp(before);
        }
    }

    List<Closing> newest(int most) {
        List<Closing> all = new ArrayList<>(rolledUp);
        all.addAll(single);
        Collections.reverse(all);
        return all.stream().sorted(NEWEST_FIRST).limit(most).toList();
    }

    private void rollUp(Instant before) {
        List<Closing> old = new ArrayList<>(rolledUp);
        single.stream().filter(closing -> isOld(closing, before)).forEach(old::add);
        rolledUp = RollUp.of(old);
        single.removeIf(closing -> isOld(closing, before));
    }

    private static boolean isOld(Closing closing, Instant before) {
        return closing.evidence().closed().isBefore(before);
    }
}
