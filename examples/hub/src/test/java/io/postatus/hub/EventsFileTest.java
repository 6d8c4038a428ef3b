/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events file is there, with its folder, before the first event. */
class EventsFileTest {

    @Test
    void folderAndFileAreMade(@TempDir Path folder) {
        EventsFile events = new EventsFile(folder.resolve("new/folder/events.jsonl"));
        events.makeReady();
        events.makeReady();
        assertThat(events.path()).isEmptyFile();
    }
}
