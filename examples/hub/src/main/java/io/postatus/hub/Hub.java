/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.time.Clock;
import org.apache.camel.main.Main;

/** The main job: tells every purchase-order change on the screen and in a file, until it is stopped. */
public final class Hub {
    private static final int BAD_CONFIGURATION = 2;

    private Hub() {}

    /** Runs until Ctrl-C. */
    public static void main(String... words) throws Exception {
        Reasons reasons = new Reasons();
        try {
            create(new Screen(System.out, Clock.systemUTC()), reasons).run(words);
        } catch (Exception e) {
            System.err.println("The hub cannot start. " + reasons.of(e));
            System.exit(BAD_CONFIGURATION);
        }
    }

    /** Camel with the hub's routes and beans; application.properties and the routes are found on the class path. */
    static Main create(Screen screen, Reasons reasons) {
        Main main = new Main();
        main.bind("screen", screen);
        main.addMainListener(new Surroundings(screen, reasons));
        return main;
    }
}
