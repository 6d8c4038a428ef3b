/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.Sweep;
import org.apache.camel.support.DefaultProducer;

/** A step of a sweep. All steps of a context that name the same stream take part in the same sweep. */
abstract class SweepProducer extends DefaultProducer {
    private final StatusEndpoint endpoint;
    private Sweep sweep;

    SweepProducer(StatusEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    Sweep sweep() {
        return sweep;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        StateStores.validate(
                endpoint.getConfiguration().getStateStore(),
                endpoint.getCamelContext().getRegistry());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        sweep = sweeps().take(endpoint);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (sweep != null) {
            sweep = null;
            sweeps().giveBack(endpoint);
        }
    }

    private Sweeps sweeps() {
        return ContextResources.of(endpoint.getCamelContext()).sweeps();
    }
}
