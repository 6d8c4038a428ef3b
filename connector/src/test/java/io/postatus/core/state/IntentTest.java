/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntentTest {
    private static final String ID = StateFixture.id("a");
    private static final Mark SEEN = new Mark(1, 10);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Intent news = Intent.of(7, ID, SEEN);

    @Test
    void triesAreCountedAndTheFirstFailureStands() {
        Intent once = news.failed(NOON, 40);
        Intent twice = once.failed(NOON.plusSeconds(60), 55);

        assertThat(once).isEqualTo(new Intent(7, ID, SEEN, 1, NOON, 40, false, null));
        assertThat(twice).isEqualTo(new Intent(7, ID, SEEN, 2, NOON, 40, false, null));
    }

    @Test
    void seenAgainOnlyItsMarkIsAnother() {
        Mark later = new Mark(1, 20);

        assertThat(news.failed(NOON, 40).replayedBy("run").seenAgain(later))
                .isEqualTo(new Intent(7, ID, later, 1, NOON, 40, false, "run"));
    }

    @Test
    void takenUpAgainItsTriesBeginAnewAndItStaysPartOfItsReplay() {
        assertThat(news.failed(NOON, 40).replayedBy("run").givenUp().takenUpAgain())
                .isEqualTo(new Intent(7, ID, SEEN, 0, null, 0, false, "run"));
    }
}
