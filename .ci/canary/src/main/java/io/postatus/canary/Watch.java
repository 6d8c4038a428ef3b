/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Sees what is logged, printed and left in temporary folders. A test in whose time a secret shows fails and says where.
 * Registers itself: a module's tests are watched if this is on their class path and their {@code
 * junit-platform.properties} switch autodetection on and have {@link WatchedFolder} make temporary folders.
 */
public final class Watch implements AfterEachCallback, AfterAllCallback {
    private static final Sightings SIGHTINGS = new Sightings();

    private static final WatchedPrint OUT = new WatchedPrint("System.out", System.out, SIGHTINGS);
    private static final WatchedPrint ERR = new WatchedPrint("System.err", System.err, SIGHTINGS);

    static {
        WatchedLog.install(SIGHTINGS);
        System.setOut(new PrintStream(OUT, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(ERR, true, StandardCharsets.UTF_8));
    }

    /** For what a test alone can get at, such as the lines of a screen of its own. */
    public static void look(String where, CharSequence text) {
        SIGHTINGS.look(where, text);
    }

    /** After the test's own clean-up, before JUnit removes its folders. */
    @Override
    public void afterEach(ExtensionContext test) {
        end(test);
    }

    /** What a class has left behind, or says after its last test. */
    @Override
    public void afterAll(ExtensionContext type) {
        end(type);
    }

    private static void end(ExtensionContext scope) {
        WatchedLog.assertListens();
        OUT.lookAtTheRest();
        ERR.lookAtTheRest();
        WatchedFolder.look(scope, SIGHTINGS);
        SIGHTINGS.assertNone();
    }
}
