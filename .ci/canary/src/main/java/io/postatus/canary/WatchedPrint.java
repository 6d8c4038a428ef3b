/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Passes on what is printed, and looks at each line. */
final class WatchedPrint extends OutputStream {
    private final String name;
    private final PrintStream screen;
    private final Sightings sightings;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    WatchedPrint(String name, PrintStream screen, Sightings sightings) {
        this.name = name;
        this.screen = screen;
        this.sightings = sightings;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        screen.write(bytes, offset, length);
        for (int i = offset; i < offset + length; i++) {
            line.write(bytes[i]);
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                sightings.look(name, line.toString(StandardCharsets.UTF_8));
                line.reset();
            }
        }
    }

    /** What stands in the line that has not ended yet. */
    synchronized void lookAtTheRest() {
        sightings.look(name, line.toString(StandardCharsets.UTF_8));
        line.reset();
    }

    @Override
    public void flush() {
        screen.flush();
    }
}
