/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.page;
import static io.postatus.core.poll.ScriptedService.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.Permission;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.Status;
import io.postatus.core.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Words that no table knows are counted, whatever becomes of their orders. */
class UnknownWordsTest {
    private final VirtualTimeline time = new VirtualTimeline();
    private final ScriptedService service = new ScriptedService(time);
    private final UnknownWords words = new UnknownWords(service, time);

    private void read(Observed... orders) {
        service.answering = request -> pages(page(null, orders));
        words.read(new Slice.Order("1"), null, Permission.ALWAYS);
    }

    private static Observed order(String id, Status status, String word) {
        return new Observed(
                new PurchaseOrderStatus("sim", "acme", id, id, null, status, word, null, null, null, "{}"),
                1,
                Collections.emptySortedMap());
    }

    @Test
    void everyReadingOfAnUnknownWordCountsAndItsFirstOrderIsTheSample() {
        Instant first = time.now();
        read(order("1", Status.UNKNOWN, "MELTED"), order("2", Status.OPEN, "OPEN"));
        time.advance(Duration.ofHours(1));
        read(order("3", Status.UNKNOWN, "MELTED"), order("4", Status.UNKNOWN, null));

        assertThat(words.orders()).isEqualTo(3);
        assertThat(words.sightings())
                .containsExactly(
                        new UnknownWords.Sighting("MELTED", 2, first, "1"),
                        new UnknownWords.Sighting("no status", 1, time.now(), "4"));
    }

    @Test
    void aServiceThatMakesWordsUpDoesNotFillTheMemory() {
        for (int i = 0; i < 500; i++) {
            read(order("1", Status.UNKNOWN, "WORD" + i));
        }
        assertThat(words.orders()).isEqualTo(500);
        assertThat(words.sightings()).hasSize(100);
    }
}
