/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.util.List;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStoppedEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/** Says what is remembered once the routes have stopped. Later would be too late: Ctrl-C waits for Camel, not for Main. */
final class Farewell extends SimpleEventNotifierSupport {
    private final List<ProgressWatch> watches;

    Farewell(List<ProgressWatch> watches) {
        this.watches = watches;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelContextRoutesStoppedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        watches.forEach(ProgressWatch::farewell);
    }
}
