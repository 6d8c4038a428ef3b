/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is forgotten, and what never is while the service can show it. */
interface PruneContract extends StateFixture {

    @Test
    default void aFinishedOrderKeepsNumberSequenceAndFingerprint() {
        Lease lease = acquire("a");
        OrderState finished = new Orders(1).finished();
        OrderState open = new Orders(2).confirmed();
        state().save(lease, List.of(finished, open), 2);

        state().prune(lease, clock().instant().plusSeconds(1), clock().instant().minusSeconds(1));

        assertThat(find(open.id())).isEqualTo(open);
        OrderState kept = find(finished.id());
        assertThat(kept.sequence()).isEqualTo(finished.sequence());
        assertThat(kept.lastKnown().fingerprint())
                .isEqualTo(finished.lastKnown().fingerprint());
        assertThat(kept.lastKnown().knowledge()).isNull();
    }

    @Test
    default void onlyWhatTheServiceCannotShowAnyMoreIsForgotten() {
        Lease lease = acquire("a");
        OrderState finished = new Orders(1).finished();
        OrderState parked = new Orders(2)
                .finished()
                .intending(Intent.of(9, StateFixture.id("1"), new Mark(1, 1)), null)
                .parked();
        state().save(lease, List.of(finished, parked), 1);

        state().prune(lease, clock().instant(), clock().instant());
        assertThat(find(finished.id())).isEqualTo(finished);

        state().prune(lease, clock().instant().plusSeconds(1), clock().instant().plusSeconds(1));
        assertThat(state().find(STREAM, List.of(finished.id()))).isEmpty();
        assertThat(find(parked.id())).isEqualTo(parked);
    }
}
