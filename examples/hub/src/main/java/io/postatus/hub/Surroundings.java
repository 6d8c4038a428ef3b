/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** What the routes need around them: there before they start, gone after they have stopped. */
final class Surroundings extends MainListenerSupport {
    private EmbeddedSimulator simulator;

    @Override
    public void beforeStart(BaseMainSupport main) {
        Settings settings = new Settings(main.getCamelContext());
        try {
            new EventsFile(settings.path("hub.events-folder").resolve(settings.text("hub.events-file")))
                    .beginOnFreshLine();
            simulator = EmbeddedSimulator.start(settings);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (simulator != null) {
            simulator.close();
        }
    }
}
