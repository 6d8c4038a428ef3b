/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import io.postatus.core.state.PollState;
import io.postatus.core.state.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The hub's own: a SQLite file in its folder. */
record StateFile(Path folder) implements Store {

    @Override
    public List<String> options() {
        return List.of();
    }

    /** Read from a copy, as the hub left it. */
    @Override
    public long unconfirmed() throws IOException {
        if (!Files.exists(folder.resolve("hub-data/state.db"))) {
            return 0; // killed before it had one
        }
        Path copy = Files.createTempDirectory(folder, "state");
        try (Stream<Path> files = Files.list(folder.resolve("hub-data"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("state.db"))
                    .toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        try (PollState state = SqliteFile.open(copy.resolve("state.db"))) {
            return Store.unconfirmed(state);
        }
    }

    /** They end with the process that held the file. */
    @Override
    public void leasesExpire() {}

    @Override
    public void close() {}
}
