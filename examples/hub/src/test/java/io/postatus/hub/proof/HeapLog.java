/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a log of the JVM's garbage collector. */
final class HeapLog {
    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(");

    private HeapLog() {}

    static long peakMegabytes(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(PAUSE::matcher)
                .filter(Matcher::find)
                .mapToLong(pause -> Long.parseLong(pause.group(1)))
                .max()
                .orElse(0);
    }
}
