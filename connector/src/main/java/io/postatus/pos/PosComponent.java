/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.Operation;
import io.postatus.core.camel.StatusComponent;
import io.postatus.core.camel.StatusEndpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** Purchase orders of ticket brokers (Ticket Utils POS API). */
@Component("pos")
public class PosComponent extends StatusComponent {

    @Metadata(description = "Options that all endpoints of the component start from.")
    private PosConfiguration configuration = new PosConfiguration();

    @Override
    protected StatusEndpoint createEndpoint(String uri, String operation) {
        PosConfiguration copy = configuration.copy();
        copy.setOperation(Operation.of(PosOperation.class, PosMapper.SOURCE, operation));
        return new PosEndpoint(uri, this, copy);
    }

    public PosConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(PosConfiguration configuration) {
        this.configuration = configuration;
    }
}
