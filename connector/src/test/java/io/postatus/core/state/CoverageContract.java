/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was read, and the evidence of it. */
interface CoverageContract extends StateFixture {

    @Test
    default void whatIsClosedIsCovered() {
        Lease lease = acquire("a");
        Closing first = Closings.read(0, 60, 100, 10);
        Closing second = Closings.read(60, 120, 125, 10);
        Closing lost = Closings.lost(200, 300);
        state().close(lease, "key", first);
        state().close(lease, "key", second);
        state().close(lease, "key", lost);
        state().close(lease, "other", Closings.read(500, 600, 700, 10));

        assertThat(state().load(STREAM, "key").coverage()).isEqualTo(RollUp.coverage(List.of(first, second, lost)));
        assertThat(state().load(STREAM, "key").coverage().settled().windows())
                .containsExactly(Closings.window(0, 115), Closings.window(200, 300));
        assertThat(state().closings(STREAM, "key", 9)).containsExactlyInAnyOrder(first, second, lost);
    }

    @Test
    default void closingsComeNewestFirst() {
        Lease lease = acquire("a");
        Closing late = Closings.read(0, 60, 500, 10);
        Closing early = Closings.read(60, 120, 130, 10);
        Closing twin = Closings.read(120, 180, 500, 10);
        List.of(late, early, twin).forEach(closing -> state().close(lease, "key", closing));

        assertThat(state().closings(STREAM, "key", 9)).containsExactly(twin, late, early);
        assertThat(state().closings(STREAM, "key", 1)).containsExactly(twin);
    }

    @Test
    default void oldClosingsAreRolledUpWithoutChangingTheCoverage() {
        Lease lease = acquire("a");
        List<Closing> all = new ArrayList<>();
        for (int i = 0; i < 2 * RollUp.MORE_THAN; i++) {
            int gap = i > 100 ? 60 : 0;
            all.add(Closings.read(i * 60 + gap, i * 60 + 60 + gap, i * 60 + 300, 120));
        }
        all.forEach(closing -> state().close(lease, "key", closing));

        List<Closing> kept = state().closings(STREAM, "key", 10_000);
        assertThat(kept).hasSizeLessThan(RollUp.MORE_THAN + 10);
        assertThat(state().load(STREAM, "key").coverage()).isEqualTo(RollUp.coverage(all));
        assertThat(RollUp.coverage(kept)).isEqualTo(RollUp.coverage(all));
        assertThat(kept.stream()
                        .mapToInt(closing -> closing.evidence().orders())
                        .sum())
                .isEqualTo(all.stream()
                        .mapToInt(closing -> closing.evidence().orders())
                        .sum());
    }

    @Test
    default void fewOldClosingsAreKeptOneByOne() {
        Lease lease = acquire("a");
        for (int i = 0; i < RollUp.MORE_THAN; i++) {
            state().close(lease, "key", Closings.read(i * 60, i * 60 + 60, i * 60 + 60, 0));
        }
        assertThat(state().closings(STREAM, "key", 10_000)).hasSize(RollUp.MORE_THAN);

        state().close(lease, "key", Closings.read(RollUp.MORE_THAN * 60, 99_999, 99_999, 0));
        assertThat(state().closings(STREAM, "key", 10_000)).hasSize(1);
    }

    @Test
    default void whatIsRolledUpIsTheOldPartOnly() {
        Lease lease = acquire("a");
        List<Closing> all = new ArrayList<>();
        for (int i = 0; i < RollUp.MORE_THAN + 50; i++) {
            Instant from = clock().instant().plusSeconds(60L * i);
            all.add(Closings.read(from, Duration.ofMinutes(1)));
        }
        List<Closing> old = all.subList(0, RollUp.MORE_THAN + 20);
        List<Closing> fresh = all.subList(old.size(), all.size());
        all.subList(0, all.size() - 1).forEach(closing -> state().close(lease, "key", closing));

        clock().move(RollUp.AFTER.plus(Duration.ofMinutes(old.size())).plusSeconds(1));
        state().close(lease, "key", all.get(all.size() - 1));

        List<Closing> kept = state().closings(STREAM, "key", 10_000);
        assertThat(kept).hasSize(1 + fresh.size()).containsAll(fresh);
        assertThat(kept.get(kept.size() - 1).window().to())
                .isEqualTo(fresh.get(0).window().from());
        assertThat(state().load(STREAM, "key").coverage()).isEqualTo(RollUp.coverage(all));
    }

    @Test
    default void freshClosingsAreKeptOneByOne() {
        Lease lease = acquire("a");
        int minutes = RollUp.MORE_THAN + 50;
        Instant from = clock().instant().minus(Duration.ofHours(12));
        for (int i = 0; i < minutes; i++) {
            state().close(lease, "key", Closings.read(from.plusSeconds(60L * i), Duration.ofMinutes(1)));
        }

        assertThat(state().closings(STREAM, "key", 10_000)).hasSize(minutes);
    }
}
