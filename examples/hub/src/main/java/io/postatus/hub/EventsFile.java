/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that the route appends to. */
public record EventsFile(Path path) {

    static EventsFile of(Settings settings) {
        return new EventsFile(settings.path("hub.events-folder").resolve(settings.text("hub.events-file")));
    }

    /** A file that cannot be written to is noticed here, before a page of orders is read in vain. */
    void makeReady() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            beginOnFreshLine();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot append to " + path.toAbsolutePath() + ", the file hub.events-file in hub.events-folder ("
                            + e + "): name a folder that this process may write to by hub.events-folder",
                    e);
        }
    }

    /**
     * Ends the last line if it was torn, by a kill or a full disk, so that the next line is one of its own. Called by the
     * route before each line. What is torn was never confirmed, so it is told again: a reader skips a line that is no
     * JSON.
     */
    public void beginOnFreshLine() throws IOException {
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = file.size();
            if (size > 0 && lastByte(file, size) != '\n') {
                file.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
            }
        }
    }

    private static byte lastByte(FileChannel file, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        file.read(last, size - 1);
        return last.get(0);
    }
}
