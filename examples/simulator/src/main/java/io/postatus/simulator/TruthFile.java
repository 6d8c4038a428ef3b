/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The truth as JSON lines, for checkers in other processes. */
final class TruthFile implements Closeable {
    private final Writer out;
    private boolean closed;

    private TruthFile(Writer out) {
        this.out = out;
    }

    static TruthFile none() {
        return new TruthFile(null);
    }

    /** Starts the file anew: a truth of an earlier run would be a lie about this one. */
    static TruthFile at(Path path) {
        try {
            BufferedWriter writer = Files.newBufferedWriter(path);
            return new TruthFile(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the truth file " + path, e);
        }
    }

    synchronized void append(TruthEntry entry) {
        if (out == null || closed) {
            return;
        }
        try {
            out.write(entry.toJson().toString());
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the truth file", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (out != null) {
            out.close();
        }
    }
}
