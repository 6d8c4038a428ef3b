/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events file is there, with its folder, before the first event. */
class EventsFileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void folderAndFileAreMade(@TempDir Path folder) {
        EventsFile events = new EventsFile(folder.resolve("new/folder/events.jsonl"));
        events.makeReady();
        events.makeReady();
        assertThat(events.path()).isEmptyFile();
    }

    @Test
    void lineAfterATornOneIsALineOfItsOwn(@TempDir Path folder) throws IOException {
        EventsFile events = new EventsFile(folder.resolve("events.jsonl"));
        Files.writeString(events.path(), "{}\n{\"eventId");
        events.beginOnFreshLine();
        events.beginOnFreshLine();
        assertThat(events.path()).hasContent("{}\n{\"eventId\n");
    }

    /** As a disk that was full for a moment leaves it. */
    @Test
    void hubThatFindsALineTornWhileItRunsLosesNoOther(@TempDir Path folder) throws IOException {
        try (Simulator simulator = Simulator.builder().build().start()) {
            AmazonAccount acme = simulator.amazon().account("ACME1");
            acme.place(order -> order.line("B0EXAMPLE1", 100));
            try (TestHub hub =
                    TestHub.in(folder).only("amazon").against(simulator).start()) {
                await().atMost(PATIENCE).until(() -> hub.events().size() == 1);
                Files.writeString(folder.resolve("events.jsonl"), "{\"eve", StandardOpenOption.APPEND);
                String number = acme.place(order -> order.line("B0EXAMPLE1", 100));

                await().atMost(PATIENCE).until(() -> hub.events().size() == 3);
                assertThat(hub.lastTold()).containsKey(number);
            }
        }
    }
}
