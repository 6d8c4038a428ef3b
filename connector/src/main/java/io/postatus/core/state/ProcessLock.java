/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps a file to one process, and within it to one user, by a lock on the file of the same name with {@code .lock}. */
final class ProcessLock implements AutoCloseable {
    private final String claim;
    private final FileChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProcessLock(String claim, FileChannel channel) {
        this.claim = claim;
        this.channel = channel;
    }

    static Path fileFor(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    /** @param file an absolute path without links, so that one file has one name */
    static ProcessLock on(Path file) throws IOException {
        String claim = claim(file);
        try {
            FileChannel channel = FileChannel.open(fileFor(file), StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StateStoreException(refusal(file, "another process"));
            }
            return new ProcessLock(claim, channel);
        } catch (IOException | RuntimeException e) {
            System.clearProperty(claim);
            throw e;
        }
    }

    /**
     * Asked before the lock's file is opened, since closing a second channel would drop the lock of the first; a system
     * property, since applications on one ESB each load this class.
     */
    private static String claim(Path file) {
        String claim = "io.postatus.state.open:" + file;
        if (System.getProperties().putIfAbsent(claim, "true") != null) {
            throw new StateStoreException(refusal(file, "another Camel context in this process"));
        }
        return claim;
    }

    private static String refusal(Path file, String holder) {
        return "State file " + file + " is in use by " + holder + " (lock " + fileFor(file)
                + "). One process and context at a time may use it: stop the other, give this one a file of its own"
                + " (stateStore=sqlite:PATH).";
    }

    /** Once: the second time the file may be somebody else's already. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        } finally {
            System.clearProperty(claim);
        }
    }
}
